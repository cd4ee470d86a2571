using FluentProfiles.Http.Calls;

namespace FluentProfiles.Sources.Service;

/// <summary>A client of the service.</summary>
internal sealed class ClientSource(ServiceClient service, QueryDefaults defaults) : QuerySource
{
    private readonly QueryEnvironment environment = new(
        new ServicePageSource(service),
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
        Budget = service.Budget,
        Scans = defaults.MaxConcurrentScans is { } scans ? new(scans) : null,
        Protector = defaults.Protector,
    };

    public override QueryEnvironment Open() => environment;
}
