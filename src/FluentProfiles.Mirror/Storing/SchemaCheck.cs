using System.Data.Common;
using FluentProfiles.Mirror.Contexts;
using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Storing.Commands;
using Microsoft.EntityFrameworkCore;

namespace FluentProfiles.Mirror.Storing;

/// <summary>Compares the version of the tables with that of this code.</summary>
internal static class SchemaCheck
{
    /// <exception cref="MirrorSchemaException">A migration is missing, or the tables are too new.</exception>
    public static async Task RunAsync(MirrorSession session, CancellationToken cancellationToken)
    {
        var found = await ReadAsync(session, cancellationToken).ConfigureAwait(false);
        if (found is { Version: >= MirrorSchema.Current, Reader: <= MirrorSchema.Current })
            return;
        if (found is { Reader: > MirrorSchema.Current })
            throw new MirrorSchemaException(
                $"The mirror's tables have version {found.Version}, which needs a package that knows version {found.Reader}; this one "
                    + $"knows version {MirrorSchema.Current}. Update FluentProfiles.Mirror."
            );
        throw new MirrorSchemaException(
            await MissingAsync(session.Context, found, cancellationToken).ConfigureAwait(false)
        );
    }

    private static async Task<MirrorSchema?> ReadAsync(MirrorSession session, CancellationToken cancellationToken)
    {
        try
        {
            var rows = await session
                .FindAsync<MirrorSchema>(session.Tables.Schema, [], [], cancellationToken)
                .ConfigureAwait(false);
            return rows.SingleOrDefault();
        }
        catch (DbException failure) when (Providers.IsMissing(failure))
        {
            return null;
        }
    }

    private static async Task<string> MissingAsync(
        DbContext context,
        MirrorSchema? found,
        CancellationToken cancellationToken
    )
    {
        var name = context.GetType().Name;
        var state = found is null
            ? "The database has no tables of the mirror"
            : $"The mirror's tables have version {found.Version}, and this package needs version {MirrorSchema.Current}";
        var pending = await context.Database.GetPendingMigrationsAsync(cancellationToken).ConfigureAwait(false);
        return pending.ToArray() is { Length: > 0 } missing
            ? $"{state}. Apply the pending migrations of {name}: {string.Join(", ", missing)} (dotnet ef database update)."
            : $"{state}, and {name} has no pending migration. Add one, then apply it: dotnet ef migrations add "
                + $"ProfileMirror{MirrorSchema.Current} --context {name}, dotnet ef database update --context {name}.";
    }
}
