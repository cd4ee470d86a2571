using FluentProfiles.Http.Calls;
using FluentProfiles.Writing.Single;

namespace FluentProfiles.Sources.Service;

/// <summary>A client of the service.</summary>
internal sealed class ClientSource(ServiceClient service) : QuerySource
{
    private readonly QueryEnvironment environment = new(
        new ServicePageSource(service),
        service.Settings.BaseUrl,
        service.Settings.TimeProvider
    )
    {
        Betas = service.Settings.Betas,
        Workspace = service.Settings.Workspace,
        Prefetch = service.Settings.PrefetchPages,
        MaxPointLookups = service.Settings.MaxPointLookups,
        Watchers = service.Settings.Watchers,
        MaxRequests = service.Settings.MaxRequestsPerQuery,
        Budget = service.Budget,
        Scans = service.Settings.MaxConcurrentScans is { } scans ? new(scans) : null,
        Protector = service.Settings.TokenProtector,
        Writer = new ProfileWriter(service),
    };

    public override QueryEnvironment Open() => environment;
}
