using System.Runtime.CompilerServices;
using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Storing;
using FluentProfiles.Mirror.Storing.Commands;

namespace FluentProfiles.Mirror.Erasing;

/// <summary>Reads the ids of all profiles that anything is stored of.</summary>
internal static class StoredIds
{
    private const int PageSize = 1_000;

    /// <returns>Pages of ids. An id may come several times.</returns>
    public static async IAsyncEnumerable<IReadOnlyList<string>> ReadAsync(
        MirrorStore store,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        (Func<MirrorTables, MirrorTable> Table, string Column)[] all =
        [
            (tables => tables.Profiles, nameof(MirroredProfile.Id)),
            (tables => tables.Changes, nameof(MirrorChange.Profile)),
            (tables => tables.Events, nameof(MirrorEvent.Profile)),
            (tables => tables.PendingReads, nameof(MirrorPendingRead.Profile)),
            (tables => tables.Removals, nameof(MirrorRemoval.Profile)),
        ];
        foreach (var (table, column) in all)
        {
            var last = "";
            while (true)
            {
                var ids = await store
                    .ReadInSessionAsync(
                        (session, scope, token) =>
                            PageAsync(session, table(session.Tables), column, scope, last, token),
                        store.Contexts,
                        cancellationToken
                    )
                    .ConfigureAwait(false);
                if (ids.Count == 0)
                    break;
                yield return ids;
                last = ids[^1];
            }
        }
    }

    private static async Task<List<string>> PageAsync(
        MirrorSession session,
        MirrorTable table,
        string column,
        int scope,
        string last,
        CancellationToken cancellationToken
    )
    {
        var id = table[column];
        Condition condition = new(table[nameof(MirrorChange.Scope)], scope);
        condition.AddBound(id, ">", last);
        var sql = string.Create(
            null,
            $"SELECT DISTINCT {id.Name} FROM {table.Name} {condition.Text} ORDER BY {id.Name} LIMIT {PageSize}"
        );
        var select = await session.StatementAsync(sql, condition.Columns, cancellationToken).ConfigureAwait(false);
        select.SetAll([.. condition.Values]);
        return await select
            .ReadAsync(row => (string)id.FromDatabase(row.GetValue(0))!, cancellationToken)
            .ConfigureAwait(false);
    }
}
