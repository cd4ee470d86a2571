using Probe.Wire;

namespace Probe.Checks;

internal sealed class LimitIsKept : Assumption
{
    private const int Limit = 7;

    public override string Name => "limit-is-kept";

    public override string Description => "A page never has more profiles than its limit.";

    public override int MostRequests => 1;

    public override async Task<Finding> CheckAsync(ServiceWire wire, CancellationToken cancellationToken)
    {
        var page = await wire.PageAsync($"limit={Limit}&{Listings.NewestFirst}", cancellationToken);
        if (page.Profiles.Count < Limit)
            return Finding.TooFew;
        return Finding.Of(page.Profiles.Count == Limit, $"limit {Limit}, {page.Profiles.Count} profiles");
    }
}
