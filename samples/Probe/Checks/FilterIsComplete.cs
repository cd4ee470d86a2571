using Probe.Wire;

namespace Probe.Checks;

internal sealed class FilterIsComplete : Assumption
{
    private const int Unfiltered = 3;
    private const int Filtered = 15;

    public override string Name => "filter-is-complete";

    public override string Description =>
        "Under a filter pages may be short or empty, and the list goes on to its last match as long as there is a next_page.";

    public override int MostRequests => Unfiltered + Filtered;

    public override async Task<Finding> CheckAsync(ServiceWire wire, CancellationToken cancellationToken)
    {
        const int limit = 90;
        var all = await wire.PagesAsync($"limit={limit}&{Listings.NewestFirst}", Unfiltered, cancellationToken);
        var matches = await wire.PagesAsync(
            $"limit={limit}&{Listings.NewestFirst}{Filters.Enforced}",
            Filtered,
            cancellationToken
        );
        var found = matches.SelectMany(page => page.Ids).ToHashSet();
        var expected = all.SelectMany(page => page.Profiles)
            .Where(profile => Filters.EnforcedStatuses.Contains(profile.Status))
            .ToList();
        var missing = expected.Count(profile => !found.Contains(profile.Id));
        if (expected.Count == 0 || (missing > 0 && matches[^1].Next is not null))
            return Finding.Unchecked(
                $"{expected.Count} profiles match among those read, {matches.Count} filtered pages"
            );
        return Finding.Of(missing == 0, Detail(matches, limit, expected.Count, missing));
    }

    private static string Detail(IReadOnlyList<SightPage> matches, int limit, int expected, int missing)
    {
        var (last, sizes) = (
            matches[^1],
            matches.Where(page => page.Next is not null).Select(page => page.Profiles.Count)
        );
        return $"{expected} matches, {missing} missing; {matches.Count} pages, of those with a next_page "
            + $"{sizes.Count(size => size == 0)} empty and {sizes.Count(size => size > 0 && size < limit)} short"
            + (last.Next is null ? "" : "; not read to the end");
    }
}
