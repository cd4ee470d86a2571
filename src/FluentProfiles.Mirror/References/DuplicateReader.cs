using FluentProfiles.Mirror.Storing.Commands;
using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Mirror.References;

/// <summary>Reads the references that several profiles have over one connection, a part of them at a time: those of a part have few
/// profiles together, but for a reference with many, which is a part of its own.</summary>
/// <param name="session">The connection.</param>
/// <param name="scope">The scope.</param>
/// <param name="rows">Reads stored profiles.</param>
internal sealed class DuplicateReader(MirrorSession session, int scope, ProfileRowReader rows)
{
    private const int MostReferences = 100;

    private const int MostProfiles = 1_000;

    private readonly MirrorTable profiles = session.Tables.Profiles;

    private MirrorColumn Scope => profiles[nameof(MirroredProfile.Scope)];

    private MirrorColumn Reference => profiles[nameof(MirroredProfile.ReferenceId)];

    /// <summary>The next part, in the order of the database.</summary>
    /// <param name="after">The last reference before, as the database has it; null for none.</param>
    /// <param name="cancellationToken">Cancels the commands.</param>
    /// <returns>The references, and the last one as the database has it; null behind the last.</returns>
    public async Task<(IReadOnlyList<DuplicateReference> Part, string? Last)> ReadAsync(
        string? after,
        CancellationToken cancellationToken
    )
    {
        var start = after ?? "";
        return await FindLastAsync(start, cancellationToken).ConfigureAwait(false) is { } last
            ? (await ReadAsync(start, last, cancellationToken).ConfigureAwait(false), last)
            : ([], null);
    }

    // The last reference of the part that begins behind another one; null behind the last.
    private async Task<string?> FindLastAsync(string start, CancellationToken cancellationToken)
    {
        var select = await session
            .StatementAsync(
                $"SELECT p.{Reference.Name}, count(*) {Shared("")} ORDER BY p.{Reference.Name} LIMIT {MostReferences}",
                [Scope, Reference],
                cancellationToken
            )
            .ConfigureAwait(false);
        select.Set(0, scope);
        select.SetText(1, start);
        var found = await select
            .ReadAsync(row => (Reference: row.GetString(0), Profiles: row.GetInt64(1)), cancellationToken)
            .ConfigureAwait(false);
        string? last = null;
        var sum = 0L;
        foreach (var (reference, count) in found)
        {
            sum += count;
            if (last is not null && sum > MostProfiles)
                break;
            last = reference;
        }
        return last;
    }

    private async Task<IReadOnlyList<DuplicateReference>> ReadAsync(
        string start,
        string last,
        CancellationToken cancellationToken
    )
    {
        var shared = $"SELECT p.{Reference.Name} AS reference {Shared($" AND p.{Reference.Name} <= @p2")}";
        var select = await session
            .StatementAsync(
                $"SELECT shared.reference, p.{profiles[nameof(MirroredProfile.Json)].Name} FROM ({shared}) AS shared "
                    + $"INNER JOIN {profiles.Name} AS p ON p.{Scope.Name} = @p0 AND p.{Reference.Name} = shared.reference "
                    + $"ORDER BY shared.reference, p.{profiles[nameof(MirroredProfile.CreatedAt)].Name}, p.{profiles[nameof(MirroredProfile.Id)].Name}",
                [Scope, Reference, Reference],
                cancellationToken
            )
            .ConfigureAwait(false);
        select.Set(0, scope);
        select.SetText(1, start);
        select.SetText(2, last);
        var found = await select
            .ReadAsync(
                row => (Reference: row.GetString(0), rows.Read((byte[])row.GetValue(1), requestedAt: default).Profile),
                cancellationToken
            )
            .ConfigureAwait(false);
        return
        [
            .. found
                .GroupBy(row => row.Reference, row => row.Profile, StringComparer.Ordinal)
                .Select(group => new DuplicateReference(group.First().ExternalUserDetails.ReferenceId!, [.. group])),
        ];
    }

    private string Shared(string bound) =>
        $"FROM {profiles.Name} AS p WHERE p.{Scope.Name} = @p0 AND p.{Reference.Name} > @p1{bound} "
        + $"GROUP BY p.{Reference.Name} HAVING count(*) > 1";
}
