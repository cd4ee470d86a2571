using System.Text.Json;
using Probe.Wire;

namespace Probe.Checks;

internal sealed class ListAgreesWithGet : Assumption
{
    private const int Profiles = 5;

    public override string Name => "list-agrees-with-get";

    public override string Description =>
        "A list and a GET report the same of a profile, but for the members that only a GET reports.";

    public override int MostRequests => 1 + Profiles;

    public override async Task<Finding> CheckAsync(ServiceWire wire, CancellationToken cancellationToken)
    {
        var page = await wire.PageAsync($"limit=100&{Listings.NewestFirst}", cancellationToken);
        // Those enrolled in a program first: there is more to disagree on.
        var chosen = page.Profiles.OrderByDescending(IsEnrolled).Take(Profiles).ToList();
        if (chosen.Count == 0)
            return Finding.TooFew;
        SortedSet<string> different = [];
        foreach (var listed in chosen)
        {
            var whole = (await wire.GetAsync("/" + Uri.EscapeDataString(listed.Id), cancellationToken)).Profile();
            different.UnionWith(JsonDifference.Between(listed.Json, whole.Json));
        }
        different.ExceptWith(OnlyByGet.Paths);
        return Finding.Of(
            different.Count == 0,
            $"{chosen.Count} profiles, {chosen.Count(IsEnrolled)} of them in the cyber program"
                + (different.Count == 0 ? "" : $"; different in {string.Join(", ", different)}")
        );
    }

    private static bool IsEnrolled(Sight profile) =>
        profile.Json.TryGetProperty("programs", out var programs)
        && programs.TryGetProperty("cyber", out var cyber)
        && cyber.ValueKind == JsonValueKind.Object;
}
