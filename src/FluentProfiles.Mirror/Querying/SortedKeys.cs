using FluentProfiles.Mirror.Querying.Sql;

namespace FluentProfiles.Mirror.Querying;

/// <summary>The rest of a listing in an order that has no index. A database sorts all of it for each page, so from the second page of a
/// run on, the run keeps the keys and what they were sorted by, and reads the profiles of each page by them.</summary>
/// <param name="keys">The keys of the profiles behind the first page, in their order.</param>
internal sealed class SortedKeys(IReadOnlyList<SortedKey> keys)
{
    private int next;

    /// <summary>Reads the keys behind a place.</summary>
    public static async Task<SortedKeys> ReadAsync(
        SqlCommands commands,
        ListingSql listing,
        Keyset place,
        CancellationToken cancellationToken
    )
    {
        List<SortedKey> keys = [];
        await ReadAsync(place).ConfigureAwait(false);
        if (listing.Order.IsNullable && place.Key is not null)
            await ReadAsync(new(null, null)).ConfigureAwait(false);
        return new(keys);

        Task ReadAsync(Keyset behind) =>
            commands.ReadKeysAsync(listing.Keys(behind), listing.Order.Kind, keys, cancellationToken);
    }

    /// <summary>Reads the next profiles, and one more where there is one. Those that were removed meanwhile, or no longer pass the
    /// filter, are left out. The place of each is the one that it was sorted to: it may have another one by now, from which a run
    /// that resumes would skip or repeat others.</summary>
    public async Task<List<ListingRow>> NextAsync(
        SqlCommands commands,
        ListingSql listing,
        int limit,
        CancellationToken cancellationToken
    )
    {
        List<ListingRow> rows = [];
        var start = next;
        while (rows.Count <= limit && start < keys.Count)
        {
            SortedKey[] some = [.. keys.Skip(start).Take(limit + 1 - rows.Count)];
            var found = await commands
                .ByKeyAsync(listing.ByKeys(some.Select(key => key.Key)), cancellationToken)
                .ConfigureAwait(false);
            foreach (var (key, sortedBy) in some)
            {
                if (found.TryGetValue(key, out var row))
                    rows.Add(new(row.Json, new(sortedBy, row.Id)));
            }
            start += some.Length;
        }
        // The one more is the first of the next page.
        next = rows.Count > limit ? start - 1 : start;
        return rows;
    }
}
