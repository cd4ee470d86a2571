using Probe.Wire;

namespace Probe.Checks;

internal sealed class CursorKeepsOrder : Assumption
{
    public override string Name => "cursor-keeps-order";

    public override string Description => "A cursor of one order is rejected with another order.";

    public override int MostRequests => 2;

    public override async Task<Finding> CheckAsync(ServiceWire wire, CancellationToken cancellationToken)
    {
        var first = await wire.PageAsync($"limit=8&{Listings.NewestFirst}", cancellationToken);
        var turned = await wire.GetAsync(
            Listings.Resource($"limit=8&{Listings.OldestFirst}", Listings.CursorOf(first)),
            cancellationToken
        );
        return turned.Status is 200 or 400
            ? Finding.Of(turned.Status == 400, $"the service answered {turned.Summary}")
            : Finding.Unchecked($"the service answered {turned.Summary}");
    }
}
