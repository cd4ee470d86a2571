using System.Text;
using Probe.Wire;

namespace Probe.Checks;

internal sealed class NameOrder : Assumption
{
    private const int Pages = 3;

    public override string Name => "name-order";

    public override string Description =>
        "By name, the case of ASCII letters is ignored, other characters go by code point, and profiles without a name are last both ways.";

    public override int MostRequests => 2 * Pages;

    public override async Task<Finding> CheckAsync(ServiceWire wire, CancellationToken cancellationToken)
    {
        var ascending = await NamesAsync(wire, "asc", cancellationToken);
        var descending = await NamesAsync(wire, "desc", cancellationToken);
        if (ascending.Count < 2)
            return Finding.TooFew;
        var (up, down) = (Breaks(ascending, 1), Breaks(descending, -1));
        var nameless = ascending.Concat(descending).Count(name => name is null);
        return Finding.Of(
            up + down == 0,
            $"{ascending.Count + descending.Count} profiles, {nameless} of them without a name; {up + down} out of order"
        );
    }

    private static async Task<IReadOnlyList<string?>> NamesAsync(
        ServiceWire wire,
        string direction,
        CancellationToken cancellationToken
    )
    {
        var pages = await wire.PagesAsync($"limit=100&order={direction}&order_by=name", Pages, cancellationToken);
        return [.. pages.SelectMany(page => page.Profiles).Select(profile => profile.Name)];
    }

    private static int Breaks(IReadOnlyList<string?> names, int direction) =>
        names.Zip(names.Skip(1)).Count(pair => !AreInOrder(pair.First, pair.Second, direction));

    private static bool AreInOrder(string? one, string? next, int direction) =>
        next is null || (one is not null && direction * Folded(one).AsSpan().SequenceCompareTo(Folded(next)) <= 0);

    // The bytes of UTF-8 have the order of the code points.
    private static byte[] Folded(string name) =>
        Encoding.UTF8.GetBytes(
            string.Concat(name.Select(letter => char.IsAsciiLetterUpper(letter) ? (char)(letter | 0x20) : letter))
        );
}
