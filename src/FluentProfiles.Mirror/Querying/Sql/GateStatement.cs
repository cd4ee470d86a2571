using System.Data.Common;
using System.Globalization;
using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Storing.Commands;

namespace FluentProfiles.Mirror.Querying.Sql;

/// <summary>Reads how old the mirror is, and what its rows may lack, in front of the first query of a run: both are one command, so that
/// PostgreSQL answers them in one round trip.</summary>
/// <param name="session">The connection.</param>
/// <param name="scope">The number of the scope.</param>
/// <param name="check">Takes the start of the last complete full pass and the text of the gaps, and throws if the query must not
/// run.</param>
internal sealed class GateStatement(MirrorSession session, int scope, Action<DateTimeOffset?, string?> check)
{
    private readonly MirrorColumn asOf = session.Tables.Scopes[nameof(MirrorScope.AsOf)];
    private readonly MirrorColumn gaps = session.Tables.Scopes[nameof(MirrorScope.Gaps)];

    /// <summary>The statement with its semicolon. The number is a part of the text, since the values belong to the query.</summary>
    public string Text =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"SELECT {asOf.Name}, {gaps.Name} FROM {session.Tables.Scopes.Name} WHERE {session.Tables.Scopes.Keys[0].Name} = {scope};"
        );

    /// <summary>Checks the first result, and goes on to that of the query.</summary>
    public async Task PassAsync(DbDataReader reader, CancellationToken cancellationToken)
    {
        var found = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        check(
            found ? (DateTimeOffset?)asOf.FromDatabase(reader.GetValue(0)) : null,
            found ? (string?)gaps.FromDatabase(reader.GetValue(1)) : null
        );
        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
    }
}
