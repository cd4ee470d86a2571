using FluentProfiles.Http.Calls;

namespace FluentProfiles.Sources.Service;

/// <summary>A client of the service.</summary>
/// <param name="service">The client.</param>
/// <param name="defaults">What the client sets for queries that say nothing else.</param>
/// <param name="budget">A budget that all requests of the client share; null for none.</param>
internal sealed class ClientSource(ServiceClient service, QueryDefaults defaults, RequestBudget? budget) : QuerySource
{
    private readonly QueryEnvironment environment = new(
        new ServicePageSource(
            service,
            SourceSettings.Default.ScopeOver(service.Settings.Betas, service.Settings.Workspace)
        ),
        service.Settings.BaseUrl,
        service.Settings.TimeProvider
    )
    {
        Betas = service.Settings.Betas,
        Workspace = service.Settings.Workspace,
        Prefetch = defaults.Prefetch,
        MaxPointLookups = defaults.MaxPointLookups,
        Watchers = service.Settings.Watchers,
        MaxRequests = defaults.MaxRequests,
        Budget = budget,
        Scans = defaults.MaxConcurrentScans is { } scans ? new(scans) : null,
        Protector = defaults.Protector,
    };

    public override QueryEnvironment Open(SourceSettings settings)
    {
        if (settings == SourceSettings.Default)
            return environment;
        var scope = settings.ScopeOver(service.Settings.Betas, service.Settings.Workspace);
        return environment with
        {
            Pages = new ServicePageSource(service, scope),
            Betas = scope.Betas,
            Workspace = scope.Workspace,
        };
    }
}
