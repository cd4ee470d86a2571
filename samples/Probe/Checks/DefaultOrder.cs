using Probe.Wire;

namespace Probe.Checks;

internal sealed class DefaultOrder : Assumption
{
    public override string Name => "default-order";

    public override string Description => "A list that names no order is the newest first.";

    public override int MostRequests => 2;

    public override async Task<Finding> CheckAsync(ServiceWire wire, CancellationToken cancellationToken)
    {
        var unordered = await wire.PageAsync("limit=20", cancellationToken);
        var ordered = await wire.PageAsync($"limit=20&{Listings.NewestFirst}", cancellationToken);
        if (ordered.Profiles.Count < 2)
            return Finding.TooFew;
        return Finding.Of(unordered.Ids.SequenceEqual(ordered.Ids), $"{ordered.Profiles.Count} profiles compared");
    }
}
