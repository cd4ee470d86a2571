using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Hosting.Tests;

public sealed class RegistrationTests
{
    [Fact]
    public async Task OptionsInCode_ReadTheService()
    {
        await using var service = await HostedService.StartAsync(count: 3);
        service.Services.AddFluentProfiles(service.Set);

        var profiles = await (await service.ClientAsync()).Query().ToListAsync();

        Assert.Equal(3, profiles.Count);
        var request = Assert.Single(service.Emulator.Requests);
        Assert.Equal("/v1/user_profiles?limit=100", request.PathAndQuery);
        Assert.Equal("Bearer " + HostedService.Key, request.Headers["Authorization"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Configuration_ReadsTheService(bool whole)
    {
        await using var service = await HostedService.StartAsync(count: 250);
        service.ConfigureSection(
            ("workspaceid", "wrkspc_1"),
            ("Betas:0", "user-profiles-2026-09-04"),
            ("PrefetchPages", "0"),
            ("MaxRequestsPerQuery", "2"),
            ("AuthToken", "")
        );
        var configuration = service.Builder.Configuration;
        service.Services.AddFluentProfiles(whole ? configuration : configuration.GetSection("FluentProfiles"));

        var client = await service.ClientAsync();
        await Assert.ThrowsAsync<ProfilesBudgetException>(() => client.Query().CountAsync().AsTask());

        Assert.Empty(service.Emulator.Requests.Skip(2));
        Assert.All(
            service.Emulator.Requests,
            request =>
            {
                Assert.Equal("wrkspc_1", request.Headers["anthropic-workspace-id"]);
                Assert.Equal("user-profiles-2026-09-04", request.Headers["anthropic-beta"]);
                Assert.Equal("Bearer " + HostedService.Key, request.Headers["Authorization"]);
            }
        );
    }

    [Fact]
    public async Task NamedClients_HaveKeysAndAddressesOfTheirOwn()
    {
        await using var service = await HostedService.StartAsync(count: 1);
        var other = await service.AddEmulatorAsync(count: 2);
        service.Configure(("Tenants:B:BaseUrl", other.BaseUrl), ("Tenants:B:ApiKey", "key-of-b"));
        service.Services.AddFluentProfiles("tenant-a", service.Set);
        service.Services.AddFluentProfiles("tenant-b", service.Builder.Configuration.GetSection("Tenants:B"));

        var services = await service.RunAsync();
        var a = services.GetRequiredKeyedService<IProfilesClient>("tenant-a");
        var b = services.GetRequiredKeyedService<IProfilesClient>("tenant-b");

        Assert.Equal((1, 2), (await a.Query().CountAsync(), await b.Query().CountAsync()));
        Assert.Equal([HostedService.Key], service.Keys);
        Assert.Equal("Bearer key-of-b", Assert.Single(other.Requests).Headers["Authorization"]);
        Assert.Same(a, services.GetRequiredKeyedService<IProfilesClient>("tenant-a"));
        Assert.Null(services.GetService<IProfilesClient>());
    }

    [Fact]
    public async Task ClientThatIsRegisteredAlready_IsKept()
    {
        await using var service = await HostedService.StartAsync();
        using var fake = new ProfilesClient(new());
        service.Services.AddSingleton<IProfilesClient>(fake);
        service.Services.AddFluentProfiles(service.Set);

        Assert.Same(fake, await service.ClientAsync());
    }

    [Fact]
    public async Task ClockOfTheContainer_IsTheQuerys()
    {
        await using var service = await HostedService.StartAsync(count: 5);
        var newest = service.Emulator.Profiles.Max(profile => profile.CreatedAt);
        service.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(newest.AddDays(1)));
        service.Services.AddFluentProfiles(service.Set);

        var client = await service.ClientAsync();

        Assert.False(await client.Query().AnyAsync(p => p.CreatedAt >= DateTimeOffset.UtcNow));
        Assert.True(await client.Query().AnyAsync(p => p.CreatedAt >= DateTimeOffset.UtcNow.AddDays(-1)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ClockInCode_WinsWhereverItStands(bool isFirst)
    {
        await using var service = await HostedService.StartAsync(count: 5);
        var newest = service.Emulator.Profiles.Max(profile => profile.CreatedAt);
        FakeTimeProvider clock = new(newest.AddDays(1));
        service.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(newest.AddYears(-10)));
        if (isFirst)
            service.Services.Configure<ProfilesClientOptions>(options => options.TimeProvider = clock);
        service.Services.AddFluentProfiles(service.Set);
        if (!isFirst)
            service.Services.Configure<ProfilesClientOptions>(options => options.TimeProvider = clock);

        var client = await service.ClientAsync();

        Assert.False(await client.Query().AnyAsync(p => p.CreatedAt >= DateTimeOffset.UtcNow));
    }

    /// <summary>Code of each kind, for a client with a name.</summary>
    [Fact]
    public async Task CodeBeforeANamedSection_Wins()
    {
        await using var service = await HostedService.StartAsync();
        service.Configure(
            ("Tenants:A:BaseUrl", "https://section.test"),
            ("Tenants:A:ApiKey", "key-of-the-section"),
            ("Tenants:A:WorkspaceId", "wrkspc_section"),
            ("Tenants:A:MaxRetries", "1")
        );
        service.Services.ConfigureAll<ProfilesClientOptions>(options => options.BaseUrl = service.Emulator.BaseUrl);
        service.Services.Configure<ProfilesClientOptions>("a", options => options.ApiKey = HostedService.Key);
        service.Services.AddSingleton<IConfigureOptions<ProfilesClientOptions>>(
            new ConfigureNamedOptions<ProfilesClientOptions>("a", options => options.WorkspaceId = "wrkspc_code")
        );
        service.Services.AddFluentProfiles("a", service.Builder.Configuration.GetSection("Tenants:A"));

        var container = await service.RunAsync();
        await container.GetRequiredKeyedService<IProfilesClient>("a").Query().FirstAsync();

        Assert.Equal([HostedService.Key], service.Keys);
        var options = container.GetRequiredService<IOptionsMonitor<ProfilesClientOptions>>().Get("a");
        Assert.Equal(("wrkspc_code", 1), (options.WorkspaceId, options.MaxRetries));
    }

    [Fact]
    public async Task LaterSection_WinsOptionByOption()
    {
        await using var service = await HostedService.StartAsync();
        service.Configure(
            ("First:BaseUrl", "https://first.test"),
            ("First:ApiKey", HostedService.Key),
            ("Second:BaseUrl", service.Emulator.BaseUrl)
        );
        service.Services.AddFluentProfiles(service.Builder.Configuration.GetSection("First"));
        service.Services.AddFluentProfiles(service.Builder.Configuration.GetSection("Second"));

        await (await service.ClientAsync()).Query().FirstAsync();

        Assert.Equal([HostedService.Key], service.Keys);
    }

    [Fact]
    public async Task ServiceOfTheContainer_SetsOptions()
    {
        await using var service = await HostedService.StartAsync();
        service.Services.AddSingleton(new KeyVault("key-of-the-vault"));
        service
            .Services.AddOptions<ProfilesClientOptions>()
            .Configure<KeyVault>((options, vault) => options.TokenProvider = vault.ReadAsync);
        service.Services.AddFluentProfiles(options => options.BaseUrl = service.Emulator.BaseUrl);

        await (await service.ClientAsync()).Query().FirstAsync();

        Assert.Equal(["key-of-the-vault"], service.Keys);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void EmptyName_ThrowsArgument(string name) =>
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddFluentProfiles(name, _ => { }));

    [Fact]
    public void Null_ThrowsArgumentNull()
    {
        ServiceCollection services = new();

        Assert.Throws<ArgumentNullException>(() => services.AddFluentProfiles(configuration: null!));
        Assert.Throws<ArgumentNullException>(() => services.AddFluentProfiles(configure: null!));
        Assert.Throws<ArgumentNullException>(() => services.AddFluentProfiles("tenant-a", section: null!));
        Assert.Throws<ArgumentNullException>(() => services.AddFluentProfiles("tenant-a", configure: null!));
    }

    private sealed record KeyVault(string Key)
    {
        public ValueTask<string> ReadAsync(CancellationToken cancellationToken) => new(Key);
    }
}
