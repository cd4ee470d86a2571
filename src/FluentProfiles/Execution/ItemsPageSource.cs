using System.Globalization;
using FluentProfiles.Http;
using FluentProfiles.Json;
using FluentProfiles.Planning;

namespace FluentProfiles.Execution;

/// <summary>Reads from objects in memory as the service would: sorted, filtered, page by page.</summary>
internal sealed class ItemsPageSource(IReadOnlyList<UserProfile> items) : IPageSource
{
    public ValueTask<Page> ReadPageAsync(
        ListRequest request,
        string? cursor,
        RequestScope scope,
        PageReader reader,
        Action? retrying,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        var start = cursor is null ? 0 : Place(cursor);
        var rest = ServiceListing.Of(items, request).Skip(start).Take(request.Limit + 1).ToList();
        var more = rest.Count > request.Limit;
        var next = more ? (start + request.Limit).ToString(CultureInfo.InvariantCulture) : null;
        return new(new Page(more ? rest.GetRange(0, request.Limit) : rest, next));
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
        Action? retrying,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        var found = items.Where(profile => profile.Id == id).Take(2).ToList();
        if (found.Count > 1)
            throw new ArgumentException(
                $"FromItems: several items have the id \"{id}\". Give each item an id of its own."
            );
        return Task.FromResult(found.FirstOrDefault());
    }
}
