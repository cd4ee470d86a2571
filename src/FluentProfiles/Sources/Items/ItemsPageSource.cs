using System.Collections.Concurrent;
using System.Globalization;
using FluentProfiles.Http.Calls;
using FluentProfiles.Json.Pages;

namespace FluentProfiles.Sources.Items;

/// <summary>Reads from objects in memory as the service would: sorted, filtered, page by page.</summary>
internal sealed class ItemsPageSource(IReadOnlyList<UserProfile> items, ItemChanges changes) : IProfileSource
{
    public SourceCapabilities Capabilities => SourceCapabilities.OfService;

    /// <summary>What bulk writes have made of the objects.</summary>
    public ItemChanges Changes => changes;

    private readonly ConcurrentDictionary<ListRequest, SortedItems> listings = [];
    private readonly Lazy<ILookup<string, UserProfile>> byId = new(() => items.ToLookup(profile => profile.Id));

    public ValueTask<Page> ReadPageAsync(
        ListRequest request,
        string? cursor,
        RequestScope scope,
        PageReader reader,
        RequestBudget? budget,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        budget?.Send(isRetry: false);
        var start = cursor is null ? 0 : Place(cursor);
        var listing = listings.GetOrAdd(request, static (listing, items) => new(items, listing), items);
        IReadOnlyList<UserProfile> rest;
        lock (listing)
            rest = listing.Read(start, request.Limit + 1);
        var more = rest.Count > request.Limit;
        var next = more ? (start + request.Limit).ToString(CultureInfo.InvariantCulture) : null;
        return new(new Page(more ? [.. rest.Take(request.Limit)] : rest, next));
    }

    private static int Place(string cursor) =>
        int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? place
            : throw new ArgumentException(
                "FromPage: this is no cursor of a query over objects in memory. Pass the NextPage of a page of the same query."
            );

    public Task<UserProfile?> ReadProfileAsync(
        string id,
        RequestScope scope,
        PageReader reader,
        RequestBudget? budget,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        budget?.Send(isRetry: false);
        return Task.FromResult(Find(id) is { } item ? changes.Latest(item) : null);
    }

    /// <summary>Returns the item with an id, as it was when the run began, or null.</summary>
    public UserProfile? Find(string id)
    {
        var found = byId.Value[id].Take(2).ToList();
        return found.Count > 1
            ? throw new ArgumentException(
                $"FromItems: several items have the id \"{id}\". Give each item an id of its own."
            )
            : found.FirstOrDefault();
    }
}
