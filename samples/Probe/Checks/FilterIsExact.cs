using FluentProfiles;
using Probe.Wire;

namespace Probe.Checks;

internal sealed class FilterIsExact : Assumption
{
    public override string Name => "filter-is-exact";

    public override string Description => "A filtered list has profiles of the statuses named and of no other.";

    public override int MostRequests => 3;

    public override async Task<Finding> CheckAsync(ServiceWire wire, CancellationToken cancellationToken)
    {
        string[][] filters =
        [
            [EnforcementStatus.Values.Unrestricted],
            [EnforcementStatus.Values.Restricted],
            [EnforcementStatus.Values.Pending, EnforcementStatus.Values.Banned],
        ];
        var (found, wrong) = (0, 0);
        foreach (var statuses in filters)
        {
            var page = await wire.PageAsync(
                $"limit=30&{Listings.NewestFirst}{Filters.Of(statuses)}",
                cancellationToken
            );
            found += page.Profiles.Count;
            wrong += page.Profiles.Count(profile => !statuses.Contains(profile.Status));
        }
        if (found == 0)
            return Finding.Unchecked("no profile was found by any filter");
        return Finding.Of(wrong == 0, $"{found} profiles, {wrong} of another status");
    }
}
