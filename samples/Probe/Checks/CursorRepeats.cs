using Probe.Wire;

namespace Probe.Checks;

internal sealed class CursorRepeats : Assumption
{
    public override string Name => "cursor-repeats";

    public override string Description => "A cursor that is used again gives the same page.";

    public override int MostRequests => 3;

    public override async Task<Finding> CheckAsync(ServiceWire wire, CancellationToken cancellationToken)
    {
        const string query = $"limit=9&{Listings.NewestFirst}";
        var first = await wire.PageAsync(query, cancellationToken);
        var second = await wire.NextAsync(query, first, cancellationToken);
        var again = await wire.GetAsync(Listings.Resource(query, first.Next), cancellationToken);
        if (again.Status == 400)
            return Finding.Violated($"the second use was answered {again.Summary}");
        return Finding.Of(second.Ids.SequenceEqual(again.Page().Ids), $"{second.Profiles.Count} profiles compared");
    }
}
