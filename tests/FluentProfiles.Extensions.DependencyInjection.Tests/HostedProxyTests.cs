using FluentProfiles.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace FluentProfiles.Hosting.Tests;

[Collection(AloneCollection.Name)]
public sealed class HostedProxyTests
{
    [Fact]
    public async Task EmulatorBesideADeadProxy_IsReached()
    {
        using SystemProxy system = new(SystemProxy.Dead);
        await using var service = await HostedService.StartAsync(count: 2);
        service.Services.AddFluentProfiles(service.Set);

        Assert.Equal(2, await (await service.ClientAsync()).Query().CountAsync());
    }
}
