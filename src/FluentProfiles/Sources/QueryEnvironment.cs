using FluentProfiles.Model.Betas;
using FluentProfiles.Telemetry;

namespace FluentProfiles.Sources;

/// <summary>What planning and running need of the place where a query reads.</summary>
/// <param name="Pages">Reads pages and profiles, bound to the settings of the query.</param>
/// <param name="Address">Identifies the source: a resume token is valid for one.</param>
/// <param name="Clock">The time.</param>
internal sealed record QueryEnvironment(IProfileSource Pages, string Address, TimeProvider Clock)
{
    /// <summary>The betas of the requests, which choose the shape of the profiles. Those of the query are included.</summary>
    public BetaSet Betas { get; init; } = BetaSet.Empty;

    /// <summary>The workspace that is read, or null for the default one.</summary>
    public string? Workspace { get; init; }

    public int Prefetch { get; init; }

    public int MaxPointLookups { get; init; } = 1000;

    public Watchers Watchers { get; init; } = Watchers.None;

    public int? MaxRequests { get; init; }

    /// <summary>A budget that all requests of the client share; null for none.</summary>
    public RequestBudget? Budget { get; init; }

    /// <summary>Limits how many runs read listings at once; null for no limit.</summary>
    public ScanGate? Scans { get; init; }

    /// <summary>Protects resume tokens; null for none.</summary>
    public ITokenProtector? Protector { get; init; }

    public SourceCapabilities Capabilities => Pages.Capabilities;
}
