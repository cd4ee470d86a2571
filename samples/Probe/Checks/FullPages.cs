using Probe.Wire;

namespace Probe.Checks;

internal sealed class FullPages : Assumption
{
    private const int Limit = 25;

    public override string Name => "full-pages";

    public override string Description =>
        "Without a filter, a page that is not the last has as many profiles as its limit.";

    public override int MostRequests => 3;

    public override async Task<Finding> CheckAsync(ServiceWire wire, CancellationToken cancellationToken)
    {
        var pages = await wire.PagesAsync($"limit={Limit}&{Listings.NewestFirst}", MostRequests, cancellationToken);
        var sizes = pages.Where(page => page.Next is not null).Select(page => page.Profiles.Count).ToList();
        if (sizes.Count == 0)
            return Finding.TooFew;
        return Finding.Of(
            sizes.All(size => size >= Limit),
            $"{sizes.Count} pages of limit {Limit} had {string.Join(", ", sizes)} profiles"
        );
    }
}
