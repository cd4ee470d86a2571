using System.Collections.Concurrent;
using System.Globalization;
using FluentProfiles.Http.Calls;
using FluentProfiles.Json.Pages;
using FluentProfiles.Sources.Service;

namespace FluentProfiles.Sources.Items;

/// <summary>Reads from objects in memory as the service would: sorted, filtered, page by page.</summary>
/// <param name="items">The objects.</param>
/// <param name="changes">What bulk writes have written.</param>
/// <param name="scope">The scope that requests to the service would have.</param>
internal sealed class ItemsPageSource(IReadOnlyList<UserProfile> items, ItemChanges changes, RequestScope scope)
    : IProfileSource
{
    public SourceCapabilities Capabilities => SourceCapabilities.OfService;

    /// <summary>What bulk writes have written.</summary>
    public ItemChanges Changes => changes;

    private readonly ConcurrentDictionary<ListRequest, SortedItems> listings = [];
    private readonly Lazy<ILookup<string, UserProfile>> byId = new(() => items.ToLookup(profile => profile.Id));

    public RequestText Explain(ListRequest? listing, bool redact) => ServiceRequestText.Of(listing, scope);

    public ValueTask<IUnreadPage> ReadPageAsync(
        ListRequest listing,
        string? cursor,
        RequestBudget? budget,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        budget?.Send(isRetry: false);
        var start = cursor is null ? 0 : Place(cursor);
        var sorted = listings.GetOrAdd(listing, static (listing, items) => new(items, listing), items);
        IReadOnlyList<UserProfile> rest;
        lock (sorted)
            rest = sorted.Read(start, listing.Limit + 1);
        var more = rest.Count > listing.Limit;
        var next = more ? (start + listing.Limit).ToString(CultureInfo.InvariantCulture) : null;
        return new(new Page(more ? [.. rest.Take(listing.Limit)] : rest, next));
    }

    private static int Place(string cursor) =>
        int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? place
            : throw new ArgumentException(
                "FromPage: the value is not a cursor of a query over objects in memory. Pass the NextPage of a page of the same query."
            );

    public Task<IUnreadProfile?> ReadProfileAsync(string id, RequestBudget? budget, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        budget?.Send(isRetry: false);
        return Task.FromResult<IUnreadProfile?>(
            Find(id) is { } item && changes.Latest(item) is { } latest ? new ProfileObject(latest) : null
        );
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
