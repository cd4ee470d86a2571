using Probe.Wire;

namespace Probe.Checks;

/// <summary>Compares two complete listings: of all profiles, or of the few that enforcement concerns where there are many.</summary>
internal sealed class BothDirections : Assumption
{
    private const int Pages = 4;
    private const int FilteredPages = 12;

    public override string Name => "both-directions";

    public override string Description =>
        "By created_at, asc lists the same profiles as desc in the opposite order, but for ties.";

    public override int MostRequests => 2 * (Pages + FilteredPages);

    public override async Task<Finding> CheckAsync(ServiceWire wire, CancellationToken cancellationToken) =>
        await CompareAsync(wire, "limit=100", Pages, cancellationToken)
        ?? await CompareAsync(wire, "limit=100" + Filters.Enforced, FilteredPages, cancellationToken)
        ?? Finding.Unchecked("the account has too many profiles");

    /// <summary>Compares the listings, or returns null where the first is not at its end after so many pages.</summary>
    private static async Task<Finding?> CompareAsync(
        ServiceWire wire,
        string query,
        int most,
        CancellationToken cancellationToken
    )
    {
        var descending = await wire.PagesAsync($"{query}&{Listings.NewestFirst}", most, cancellationToken);
        if (descending[^1].Next is not null)
            return null;
        var ascending = await wire.PagesAsync($"{query}&{Listings.OldestFirst}", most, cancellationToken);
        var (newest, oldest) = (Instants(descending), Instants(ascending));
        if (newest.Count < 2)
            return Finding.TooFew;
        return Finding.Of(
            newest.Count == oldest.Count && newest.Reverse().Zip(oldest).All(pair => pair.First.SetEquals(pair.Second)),
            $"{descending.Sum(page => page.Profiles.Count)} profiles, {newest.Count} instants"
        );
    }

    /// <summary>Returns the ids of each instant, in order.</summary>
    private static IReadOnlyList<HashSet<string>> Instants(IReadOnlyList<SightPage> pages) =>
        [
            .. pages
                .SelectMany(page => page.Profiles)
                .GroupBy(profile => profile.CreatedAt)
                .Select(instant => instant.Select(profile => profile.Id).ToHashSet()),
        ];
}
