using FluentProfiles.Mirror.Querying.Sql;

namespace FluentProfiles.Mirror.Querying;

/// <summary>The rest of a listing in an order that has no index. A database sorts all of it for each page, so from the second page of a
/// run on, the run keeps the keys, eight bytes a profile, and reads the profiles of each page by them.</summary>
/// <param name="keys">The keys of the profiles behind the first page, in their order.</param>
internal sealed class SortedKeys(IReadOnlyList<long> keys)
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
        var keys = await commands.NumbersAsync(listing.Keys(place), cancellationToken).ConfigureAwait(false);
        if (listing.Order.IsNullable && place.Key is not null)
            keys.AddRange(
                await commands.NumbersAsync(listing.Keys(new(null, null)), cancellationToken).ConfigureAwait(false)
            );
        return new(keys);
    }

    /// <summary>Reads the next profiles, and one more where there is one. Those that were removed meanwhile, or no longer pass the
    /// filter, are left out.</summary>
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
            long[] some = [.. keys.Skip(start).Take(limit + 1 - rows.Count)];
            var found = await commands
                .ByKeyAsync(listing.ByKeys(some), listing.Order.Kind, cancellationToken)
                .ConfigureAwait(false);
            rows.AddRange(some.Where(found.ContainsKey).Select(key => found[key]));
            start += some.Length;
        }
        // The one more is the first of the next page.
        next = rows.Count > limit ? start - 1 : start;
        return rows;
    }
}
