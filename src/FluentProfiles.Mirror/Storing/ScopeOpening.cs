using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Storing.Commands;
using FluentProfiles.Mirror.Storing.Feeds;
using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Mirror.Storing;

/// <summary>Finds the row of a scope, or adds it.</summary>
internal static class ScopeOpening
{
    // Another process may add a scope with the same number at the same time.
    private const int MostAttempts = 10;

    public static async Task<MirrorScope> OpenAsync(
        MirrorSession session,
        ScopeName name,
        StoredMembers members,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            if (await FindAsync(session, name, cancellationToken).ConfigureAwait(false) is { } known)
                return known;
            await AddAsync(session, name, members, cancellationToken).ConfigureAwait(false);
        }
        throw new MirrorException("Other processes add scopes to the database all the time. Open the mirror again.");
    }

    private static async Task<MirrorScope?> FindAsync(
        MirrorSession session,
        ScopeName name,
        CancellationToken cancellationToken
    )
    {
        var table = session.Tables.Scopes;
        MirrorColumn[] by = [table[nameof(MirrorScope.Address)], table[nameof(MirrorScope.Workspace)]];
        var found = await session
            .FindAsync<MirrorScope>(table, by, [name.Address, name.Workspace], cancellationToken)
            .ConfigureAwait(false);
        return found.SingleOrDefault();
    }

    private static async Task AddAsync(
        MirrorSession session,
        ScopeName name,
        StoredMembers members,
        CancellationToken cancellationToken
    )
    {
        var table = session.Tables.Scopes;
        var sql = $"SELECT coalesce(max({table.Keys[0].Name}), 0) FROM {table.Name}";
        var greatest = await session.StatementAsync(sql, [], cancellationToken).ConfigureAwait(false);
        var number = (int)await greatest.NumberAsync(cancellationToken).ConfigureAwait(false) + 1;
        var insert = await session
            .StatementAsync(SqlText.InsertIfAbsent(table, table.Columns), table.Columns, cancellationToken)
            .ConfigureAwait(false);
        insert.SetFrom(
            new MirrorScope
            {
                Id = number,
                Address = name.Address,
                Workspace = name.Workspace,
                Shape = members.Shape,
                Feed = FeedNumber.New(),
            }
        );
        await insert.WriteAsync(cancellationToken).ConfigureAwait(false);
    }
}
