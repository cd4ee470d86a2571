using Microsoft.Extensions.DependencyInjection;

namespace FluentProfiles.Hosting.Tests;

/// <summary>Who owns the clients of a container, and how long.</summary>
public sealed class LifetimeTests
{
    [Fact]
    public async Task NamedClient_IsOneInstanceUnderItsKeyInEveryScope()
    {
        await using var service = await HostedService.StartAsync();
        service.Services.AddFluentProfiles("eu", service.Set);
        service.Services.AddFluentProfiles("us", service.Set);
        service.Services.AddScoped<Page>();
        await using var container = Validated(service.Services);

        await using var first = container.CreateAsyncScope();
        await using var second = container.CreateAsyncScope();
        var eu = first.ServiceProvider.GetRequiredService<Page>().Eu;

        Assert.Same(eu, second.ServiceProvider.GetRequiredService<Page>().Eu);
        Assert.Same(eu, container.GetRequiredKeyedService<IProfilesClient>("eu"));
        Assert.NotSame(eu, container.GetRequiredKeyedService<IProfilesClient>("us"));
        Assert.Null(container.GetKeyedService<IProfilesClient>("EU"));
    }

    [Fact]
    public async Task EndOfAScope_LeavesTheClientOpen()
    {
        await using var service = await HostedService.StartAsync();
        service.Services.AddFluentProfiles("eu", service.Set);
        await using var container = Validated(service.Services);
        IProfilesClient eu;
        await using (var scope = container.CreateAsyncScope())
            eu = scope.ServiceProvider.GetRequiredKeyedService<IProfilesClient>("eu");

        Assert.Equal(3, await eu.Query().CountAsync());
    }

    [Fact]
    public async Task EndOfTheHost_EndsEachClient()
    {
        await using var service = await HostedService.StartAsync();
        service.Services.AddFluentProfiles(service.Set);
        service.Services.AddFluentProfiles("eu", service.Set);
        service.Services.AddFluentProfiles("unused", service.Set);
        var container = await service.RunAsync();
        IProfilesClient[] clients =
        [
            container.GetRequiredService<IProfilesClient>(),
            container.GetRequiredKeyedService<IProfilesClient>("eu"),
        ];

        await service.StopAsync();

        foreach (var client in clients)
        {
            var failure = await Assert.ThrowsAsync<ProfilesConnectionException>(() => client.GetAsync("uprof_1"));
            Assert.Contains("has been disposed", failure.Message);
        }
        Assert.Empty(service.Emulator.Requests);
    }

    [Fact]
    public async Task FakeUnderTheKey_IsKept()
    {
        await using var service = await HostedService.StartAsync();
        using ProfilesClient fake = new(new());
        service.Services.AddKeyedSingleton<IProfilesClient>("eu", fake);
        service.Services.AddFluentProfiles("eu", service.Set);
        await using var container = Validated(service.Services);

        Assert.Same(fake, container.GetRequiredKeyedService<IProfilesClient>("eu"));
    }

    private static ServiceProvider Validated(IServiceCollection services) =>
        services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });

    private sealed record Page([FromKeyedServices("eu")] IProfilesClient Eu);
}
