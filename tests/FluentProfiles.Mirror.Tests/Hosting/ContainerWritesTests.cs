using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Mirror.Tests.Refreshing;
using FluentProfiles.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FluentProfiles.Mirror.Tests.Hosting;

/// <summary>Writes of a container's client in a process without a host, of a mirror that another process refreshes.</summary>
public sealed class ContainerWritesTests
{
    private static readonly string One = TestProfiles.IdOf(7);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AWriteWithoutAHost_IsInTheMirror(bool clientFirst)
    {
        await using var service = await LoadedAsync();
        ServiceCollection services = new();
        if (clientFirst)
            AddClient(services, service);
        AddMirror(services, service);
        if (!clientFirst)
            AddClient(services, service);
        await using var container = services.BuildServiceProvider(validateScopes: true);

        await container.GetRequiredService<IProfilesClient>().UpdateAsync(One, new() { Name = "Written" });

        await service.AssertIsSameAsync();
        Assert.Empty(await service.MarkedAsync());
    }

    [Fact]
    public async Task AWriteBesideTheMirror_IsTakenOnce()
    {
        await using var service = await LoadedAsync();
        ServiceCollection services = new();
        AddClient(services, service);
        AddMirror(services, service);
        await using var container = services.BuildServiceProvider();
        var mirror = container.GetRequiredService<ProfileMirror>();
        var client = container.GetRequiredService<IProfilesClient>();

        await client.DeleteAsync(One);
        await client.CreateAsync(new() { Name = "Anew" });

        await service.AssertIsSameAsync();
        Assert.Equal(2, await mirror.ChangesAsync().CountAsync());
    }

    [Fact]
    public async Task AContainerThatIsDisposedOfAtOnce_EndsTheMirrorOfAWrite()
    {
        await using var service = await LoadedAsync();
        ServiceCollection services = new();
        AddClient(services, service);
        AddMirror(services, service);

        using (var container = services.BuildServiceProvider())
            await container.GetRequiredService<IProfilesClient>().DeleteAsync(One);

        await service.AssertIsSameAsync();
    }

    [Fact]
    public async Task AClientOfTheApplication_WritesThroughOnceTheMirrorIsThere()
    {
        await using var service = await LoadedAsync();
        using ProfilesClient client = new(new() { ApiKey = "key-of-a-test", BaseUrl = service.Emulator.BaseUrl });
        ServiceCollection services = new();
        services.AddSingleton<IProfilesClient>(client);
        AddMirror(services, service);
        await using var container = services.BuildServiceProvider();
        _ = container.GetRequiredService<ProfileMirror>();

        await client.UpdateAsync(One, new() { Name = "Written" });

        await service.AssertIsSameAsync();
    }

    [Fact]
    public async Task WritesThatMayNotBeWrittenThrough_CreateNoMirror()
    {
        await using var service = await LoadedAsync();
        ServiceCollection services = new();
        AddClient(services, service);
        services.AddProfileMirror<OrdersContext>(options => options.WritesThrough = false);
        MirrorLog log = new();
        services.AddLogging(logging => logging.AddProvider(log));
        await using var container = services.BuildServiceProvider();

        // It would fail: the container has no contexts.
        await container.GetRequiredService<IProfilesClient>().DeleteAsync(One);

        Assert.Equal(12, (await service.RowsAsync()).Count);
        Assert.DoesNotContain(log.Entries, entry => entry.Event == "NotWrittenThrough");
    }

    [Fact]
    public async Task AMirrorThatCantBeCreated_LeavesWritesAlone()
    {
        await using var service = await LoadedAsync();
        ServiceCollection services = new();
        AddClient(services, service);
        services.AddProfileMirror<OrdersContext>();
        MirrorLog log = new();
        services.AddLogging(logging => logging.AddProvider(log));
        await using var container = services.BuildServiceProvider();
        var client = container.GetRequiredService<IProfilesClient>();

        await client.UpdateAsync(One, new() { Name = "Written" });
        await client.DeleteAsync(One);

        Assert.Equal(11, service.Emulator.Profiles.Count);
        var logged = Assert.Single(log.Entries, entry => entry.Event == "NotWrittenThrough");
        Assert.Contains("AddDbContextFactory<OrdersContext>", logged.Text, StringComparison.Ordinal);
    }

    private static void AddClient(IServiceCollection services, MirroredService service) =>
        services.AddFluentProfiles(options =>
        {
            options.BaseUrl = service.Emulator.BaseUrl;
            options.ApiKey = "key-of-a-test";
            options.MaxRetries = 0;
        });

    private static void AddMirror(IServiceCollection services, MirroredService service)
    {
        services.AddSingleton<IDbContextFactory<OrdersContext>>(
            new TestContexts<OrdersContext>(service.Database.Context)
        );
        services.AddProfileMirror<OrdersContext>();
    }

    private static async Task<MirroredService> LoadedAsync()
    {
        var service = await MirroredService.StartAsync(DatabaseKind.Sqlite, TestProfiles.Many(12));
        await service.Mirror.RefreshAsync();
        return service;
    }
}
