using Probe.Wire;

namespace Probe.Checks;

internal sealed class CreationOrder : Assumption
{
    private const int Pages = 2;

    public override string Name => "creation-order";

    public override string Description => "A list by created_at never goes back in time, across pages either.";

    public override int MostRequests => 2 * Pages;

    public override async Task<Finding> CheckAsync(ServiceWire wire, CancellationToken cancellationToken)
    {
        var descending = await TimesAsync(wire, Listings.NewestFirst, cancellationToken);
        var ascending = await TimesAsync(wire, Listings.OldestFirst, cancellationToken);
        if (descending.Count < 2)
            return Finding.TooFew;
        return Finding.Of(
            IsSorted(ascending) && IsSorted([.. descending.Reverse()]),
            $"{descending.Count} profiles from the newest end, {ascending.Count} from the oldest"
        );
    }

    private static async Task<IReadOnlyList<DateTimeOffset>> TimesAsync(
        ServiceWire wire,
        string order,
        CancellationToken cancellationToken
    )
    {
        var pages = await wire.PagesAsync($"limit=60&{order}", Pages, cancellationToken);
        return [.. pages.SelectMany(page => page.Profiles).Select(profile => profile.CreatedAt)];
    }

    private static bool IsSorted(IReadOnlyList<DateTimeOffset> times) =>
        times.Zip(times.Skip(1)).All(pair => pair.First <= pair.Second);
}
