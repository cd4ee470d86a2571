using Probe.Wire;

namespace Probe.Checks;

internal sealed class CursorGoesOn : Assumption
{
    public override string Name => "cursor-goes-on";

    public override string Description =>
        "A next_page leads to the profile behind the last one: none is left out, none comes twice.";

    public override int MostRequests => 3;

    public override async Task<Finding> CheckAsync(ServiceWire wire, CancellationToken cancellationToken)
    {
        const string small = $"limit=10&{Listings.NewestFirst}";
        var first = await wire.PageAsync(small, cancellationToken);
        var second = await wire.NextAsync(small, first, cancellationToken);
        var whole = await wire.PageAsync($"limit=20&{Listings.NewestFirst}", cancellationToken);
        var pair = first.Ids.Concat(second.Ids).ToList();
        var common = Math.Min(pair.Count, whole.Profiles.Count);
        return Finding.Of(pair.Take(common).SequenceEqual(whole.Ids.Take(common)), $"{common} profiles compared");
    }
}
