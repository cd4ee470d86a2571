using Probe.Wire;

namespace Probe.Checks;

internal sealed class IdsAreUnique : Assumption
{
    public override string Name => "ids-are-unique";

    public override string Description => "Within a listing each id comes once.";

    public override int MostRequests => 3;

    public override async Task<Finding> CheckAsync(ServiceWire wire, CancellationToken cancellationToken)
    {
        var pages = await wire.PagesAsync($"limit=100&{Listings.NewestFirst}", MostRequests, cancellationToken);
        var ids = pages.SelectMany(page => page.Ids).ToList();
        if (ids.Count < 2)
            return Finding.TooFew;
        var different = ids.Distinct(StringComparer.Ordinal).Count();
        return Finding.Of(different == ids.Count, $"{ids.Count} profiles, {different} ids");
    }
}
