using Microsoft.Extensions.Hosting;

namespace FluentProfiles.Mirror.Refreshing;

/// <summary>Runs the refresher as long as the host. Nothing that a pass throws reaches the host, which would stop.</summary>
internal sealed class RefresherService(Refresher refresher) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => refresher.RunAsync(stoppingToken);
}
