using System.Runtime.CompilerServices;
using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Storing;
using FluentProfiles.Mirror.Storing.Commands;

namespace FluentProfiles.Mirror.Erasing;

/// <summary>Reads the ids of profiles that rows of a scope name, in pages. An id may come several times.</summary>
internal static class StoredIds
{
    private const int PageSize = 1_000;

    private static readonly (Func<MirrorTables, MirrorTable> Table, string Column)[] Naming =
    [
        (tables => tables.Changes, nameof(MirrorChange.Profile)),
        (tables => tables.Events, nameof(MirrorEvent.Profile)),
        (tables => tables.PendingReads, nameof(MirrorPendingRead.Profile)),
        (tables => tables.Removals, nameof(MirrorRemoval.Profile)),
    ];

    /// <summary>The ids of all profiles that anything is stored of in the scope of a store.</summary>
    public static IAsyncEnumerable<IReadOnlyList<string>> ReadAsync(
        MirrorStore store,
        CancellationToken cancellationToken
    ) =>
        ReadAsync(
            store,
            scope: null,
            [(tables => tables.Profiles, nameof(MirroredProfile.Id)), .. Naming],
            cancellationToken
        );

    /// <summary>The ids that rows of another scope name, but for those of its profiles.</summary>
    public static IAsyncEnumerable<IReadOnlyList<string>> NamedAsync(
        MirrorStore store,
        int scope,
        CancellationToken cancellationToken
    ) => ReadAsync(store, scope, Naming, cancellationToken);

    private static async IAsyncEnumerable<IReadOnlyList<string>> ReadAsync(
        MirrorStore store,
        int? scope,
        IReadOnlyList<(Func<MirrorTables, MirrorTable> Table, string Column)> all,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        foreach (var (table, column) in all)
        {
            var last = "";
            while (true)
            {
                var ids = await store
                    .ReadInSessionAsync(
                        (session, own, token) =>
                            PageAsync(session, table(session.Tables), column, scope ?? own, last, token),
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
