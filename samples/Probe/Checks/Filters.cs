using FluentProfiles;

namespace Probe.Checks;

/// <summary>The parameters that filter a list.</summary>
internal static class Filters
{
    /// <summary>The statuses of profiles that enforcement concerns: few, in most accounts.</summary>
    public static readonly IReadOnlyList<string> EnforcedStatuses =
    [
        EnforcementStatus.Values.Pending,
        EnforcementStatus.Values.Restricted,
        EnforcementStatus.Values.Banned,
    ];

    public static string Enforced { get; } = Of(EnforcedStatuses);

    /// <summary>Returns the parameters that filter by any of the statuses.</summary>
    public static string Of(IEnumerable<string> statuses) =>
        string.Concat(statuses.Select(status => "&enforcement_status%5B%5D=" + Uri.EscapeDataString(status)));
}
