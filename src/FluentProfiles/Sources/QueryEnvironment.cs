using FluentProfiles.Http.Calls;
using FluentProfiles.Model.Betas;
using FluentProfiles.Telemetry;

namespace FluentProfiles.Sources;

/// <summary>What planning and running take from the place where a query reads.</summary>
/// <param name="Pages">Reads pages and profiles.</param>
/// <param name="Address">Tells services apart: a resume token holds for one.</param>
/// <param name="Clock">The time.</param>
internal sealed record QueryEnvironment(IProfileSource Pages, string Address, TimeProvider Clock)
{
    public BetaSet Betas { get; init; } = BetaSet.Empty;

    public string? Workspace { get; init; }

    public int Prefetch { get; init; }

    public int MaxPointLookups { get; init; } = 1000;

    public Watchers Watchers { get; init; } = Watchers.None;

    public int? MaxRequests { get; init; }

    /// <summary>A budget that all requests of the client share; null for none.</summary>
    public RequestBudget? Budget { get; init; }

    /// <summary>Bounds how many runs read listings at once; null for no bound.</summary>
    public ScanGate? Scans { get; init; }

    /// <summary>Protects resume tokens; null for none.</summary>
    public ITokenProtector? Protector { get; init; }
}
