using Microsoft.Extensions.Hosting;

namespace FluentProfiles.Emulator.Fronts;

/// <summary>The lifetime of a server that its caller starts and stops.</summary>
internal sealed class CallersLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
