namespace Probe.Wire;

/// <summary>Reads pages of a listing.</summary>
internal static class Listings
{
    public const string NewestFirst = "order=desc&order_by=created_at";

    public const string OldestFirst = "order=asc&order_by=created_at";

    public static async Task<SightPage> PageAsync(
        this ServiceWire wire,
        string query,
        CancellationToken cancellationToken,
        string? cursor = null
    ) => (await wire.GetAsync(Resource(query, cursor), cancellationToken)).Page();

    /// <summary>Reads the page that a cursor leads to.</summary>
    /// <exception cref="UncheckedException">There is no cursor: the listing ended before.</exception>
    public static Task<SightPage> NextAsync(
        this ServiceWire wire,
        string query,
        SightPage before,
        CancellationToken cancellationToken
    ) => wire.PageAsync(query, cancellationToken, CursorOf(before));

    /// <summary>Reads up to a number of pages. The last one has no cursor where the listing ended.</summary>
    public static async Task<IReadOnlyList<SightPage>> PagesAsync(
        this ServiceWire wire,
        string query,
        int most,
        CancellationToken cancellationToken
    )
    {
        List<SightPage> pages = [await wire.PageAsync(query, cancellationToken)];
        while (pages.Count < most && pages[^1].Next is { } cursor)
            pages.Add(await wire.PageAsync(query, cancellationToken, cursor));
        return pages;
    }

    public static string CursorOf(SightPage page) => page.Next ?? throw new UncheckedException(Finding.TooFew.Detail);

    public static string Resource(string query, string? cursor = null) =>
        $"?{query}{(cursor is null ? "" : "&page=" + Uri.EscapeDataString(cursor))}";
}
