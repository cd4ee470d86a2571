using Flurl.Http;
using Flurl.Http.Configuration;
using Flurl.Http.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace FluentProfiles.Hosting.Tests;

/// <summary>Clients from the container that send through a named client of Flurl's cache.</summary>
public sealed class UseFlurlTests
{
    private const string DefaultAddress = "https://api.anthropic.com";

    [Fact]
    public async Task Configuration_SendsThroughTheNamedClient()
    {
        await using var service = await HostedService.StartAsync(count: 250);
        service.ConfigureSection(("PrefetchPages", "0"));
        AddCache(service, cache => cache.Add("claude", null, Direct("claude")).Add("other", null, Direct("other")));
        service.Services.AddFluentProfiles(service.Builder.Configuration).UseFlurl("claude");

        Assert.Equal(250, await (await service.ClientAsync()).Query().CountAsync());

        Assert.Equal(["claude", "claude", "claude"], SentBy(service));
    }

    [Fact]
    public async Task NamedClients_SendThroughTheirOwn()
    {
        await using var service = await HostedService.StartAsync(count: 2);
        AddCache(service, cache => cache.Add("a", null, Direct("a")).Add("b", null, Direct("b")));
        service.Services.AddFluentProfiles("tenant-a", service.Set).UseFlurl("a");
        service.Services.AddFluentProfiles("tenant-b", service.Set).UseFlurl("b");
        service.Services.AddFluentProfiles(service.Set);

        var services = await service.RunAsync();
        await services.GetRequiredKeyedService<IProfilesClient>("tenant-b").Query().CountAsync();
        await services.GetRequiredKeyedService<IProfilesClient>("tenant-a").Query().CountAsync();
        await services.GetRequiredService<IProfilesClient>().Query().CountAsync();

        Assert.Equal(["b", "a", null], SentBy(service));
    }

    [Theory]
    [InlineData(null, DefaultAddress)]
    [InlineData("", DefaultAddress)]
    [InlineData("https://gateway.test", "https://gateway.test")]
    [InlineData("https://gateway.test/", "https://gateway.test")]
    [InlineData("https://gateway.test/claude/v1", "https://gateway.test/claude")]
    [InlineData("https://gateway.test/V1/", "https://gateway.test")]
    public async Task NoBaseUrlInTheOptions_TakesThatOfTheFlurlClient(string? flurl, string address)
    {
        using HttpTest test = new();
        await using var service = await HostedService.StartAsync();
        AddCache(service, cache => cache.Add("claude", flurl));
        service.Services.AddFluentProfiles(options => options.ApiKey = HostedService.Key).UseFlurl("claude");

        await Assert.ThrowsAnyAsync<ProfilesException>(async () =>
            await (await service.ClientAsync()).Query().AnyAsync()
        );

        test.ShouldHaveCalled($"{address}/v1/user_profiles?limit=1").Times(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task BaseUrlInTheOptions_Wins(bool before)
    {
        await using var service = await HostedService.StartAsync(count: 2);
        AddCache(service, cache => cache.Add("claude", "https://elsewhere.test", Direct("claude")));
        if (before)
            service.Services.Configure<ProfilesClientOptions>(service.Set);
        service.Services.AddFluentProfiles(options => options.ApiKey = HostedService.Key).UseFlurl("claude");
        if (!before)
            service.Services.Configure<ProfilesClientOptions>(service.Set);

        Assert.Equal(2, await (await service.ClientAsync()).Query().CountAsync());
    }

    [Fact]
    public async Task BaseUrlOfTheFlurlClient_IsCheckedLikeAnOption()
    {
        await using var service = await HostedService.StartAsync();
        AddCache(service, cache => cache.Add("claude", "http://plain.test"));
        service.Services.AddFluentProfiles(options => options.ApiKey = HostedService.Key).UseFlurl("claude");

        var failure = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(
            service.RunAsync
        );

        Assert.Contains("http", failure.Message);
    }

    [Fact]
    public async Task NoCache_StopsTheStart()
    {
        await using var service = await HostedService.StartAsync();
        service.Services.AddFluentProfiles(service.Set).UseFlurl("claude");

        var failure = await Assert.ThrowsAsync<ProfilesConfigurationException>(service.RunAsync);

        Assert.Contains("services.AddSingleton<IFlurlClientCache>", failure.Message);
    }

    [Fact]
    public async Task UnknownName_StopsTheStart()
    {
        await using var service = await HostedService.StartAsync();
        AddCache(service, cache => cache.Add("claude"));
        service.Services.AddFluentProfiles(service.Set).UseFlurl("clode");

        var failure = await Assert.ThrowsAsync<ProfilesConfigurationException>(service.RunAsync);

        Assert.Contains("UseFlurl(\"clode\")", failure.Message);
        Assert.IsType<ArgumentException>(failure.InnerException);
    }

    [Fact]
    public async Task FlurlClientReplacedInTheCache_IsUsedFromThenOn()
    {
        await using var service = await HostedService.StartAsync(count: 1);
        FlurlClientCache cache = new();
        cache.Add("claude", null, Direct("first"));
        service.Services.AddSingleton<IFlurlClientCache>(cache);
        service.Services.AddFluentProfiles(service.Set).UseFlurl("claude");
        var client = await service.ClientAsync();
        await client.Query().CountAsync();

        cache.Remove("claude");
        await Assert.ThrowsAsync<ProfilesConfigurationException>(() => client.Query().CountAsync().AsTask());
        cache.Add("claude", null, Direct("second"));
        await client.Query().CountAsync();

        Assert.Equal(["first", "second"], SentBy(service));
    }

    [Fact]
    public async Task FlurlClientMissingDuringAReload_LeavesThePreviousKey()
    {
        await using var service = await HostedService.StartAsync(count: 1);
        service.ConfigureSection();
        FlurlClientCache cache = new();
        cache.Add("claude", null, Direct("first"));
        service.Services.AddSingleton<IFlurlClientCache>(cache);
        service.Services.AddFluentProfiles(service.Builder.Configuration).UseFlurl("claude");
        var client = await service.ClientAsync();
        await client.Query().CountAsync();

        cache.Remove("claude");
        Assert.ThrowsAny<Exception>(() => service.ConfigureSection(("ApiKey", "key-after-rotation")));
        cache.Add("claude", null, Direct("second"));
        await client.Query().CountAsync();

        Assert.Equal([HostedService.Key, HostedService.Key], service.Keys);
        Assert.Equal(["first", "second"], SentBy(service));
        var logged = Assert.Single(service.Log.Entries, entry => entry.Event.Name == "ReloadRefused");
        Assert.Contains("UseFlurl(\"claude\"): the IFlurlClientCache of the container", logged.Text);
    }

    [Fact]
    public async Task FlurlClientOfADisposedHost_StaysOpen()
    {
        FlurlClientCache cache = new();
        cache.Add("claude", null, Direct("claude"));
        await using (var service = await HostedService.StartAsync(count: 1))
        {
            service.Services.AddSingleton<IFlurlClientCache>(cache);
            service.Services.AddFluentProfiles(service.Set).UseFlurl("claude");
            await (await service.ClientAsync()).Query().CountAsync();
        }

        Assert.False(cache.Get("claude").IsDisposed);
        cache.Clear();
    }

    [Fact]
    public async Task KeyThatRotates_IsSentThroughFlurl()
    {
        await using var service = await HostedService.StartAsync(count: 1);
        service.ConfigureSection();
        AddCache(service, cache => cache.Add("claude", null, Direct("claude")));
        service.Services.AddFluentProfiles(service.Builder.Configuration).UseFlurl("claude");
        var client = await service.ClientAsync();
        await client.Query().CountAsync();

        service.ConfigureSection(("ApiKey", "key-after-rotation"));
        await client.Query().CountAsync();

        Assert.Equal([HostedService.Key, "key-after-rotation"], service.Keys);
        Assert.Equal(["claude", "claude"], SentBy(service));
    }

    [Fact]
    public void BuilderOfAnotherClient_ThrowsArgument()
    {
        var builder = new ServiceCollection().AddHttpClient("github");

        var failure = Assert.Throws<ArgumentException>(() => builder.UseFlurl("claude"));

        Assert.Contains("'github'", failure.Message);
    }

    [Fact]
    public void NullArguments_ThrowArgumentNull()
    {
        var builder = new ServiceCollection().AddFluentProfiles(_ => { });

        Assert.Throws<ArgumentNullException>(() => builder.UseFlurl(null!));
        Assert.Throws<ArgumentNullException>(() => ((IHttpClientBuilder)null!).UseFlurl("claude"));
        Assert.Throws<ArgumentNullException>(() => builder.ConfigureProfilesClient(null!));
    }

    [Fact]
    public async Task ConfigureProfilesClient_SetsOptionsOfItsClientAlone()
    {
        await using var service = await HostedService.StartAsync(count: 1);
        service.Services.AddSingleton("wrkspc_from_container");
        service
            .Services.AddFluentProfiles("tenant-a", service.Set)
            .ConfigureProfilesClient(
                (services, options) => options.WorkspaceId = services.GetRequiredService<string>()
            );
        service.Services.AddFluentProfiles("tenant-b", service.Set);

        var services = await service.RunAsync();
        foreach (var name in (string[])["tenant-a", "tenant-b"])
            await services.GetRequiredKeyedService<IProfilesClient>(name).Query().CountAsync();

        Assert.Equal(
            ["wrkspc_from_container", null],
            service.Emulator.Requests.Select(request => request.Headers.GetValueOrDefault("anthropic-workspace-id"))
        );
    }

    private static void AddCache(HostedService service, Action<FlurlClientCache> configure) =>
        service.Services.AddSingleton<IFlurlClientCache>(_ =>
        {
            FlurlClientCache cache = new();
            configure(cache);
            return cache;
        });

    /// <summary>A Flurl client that says who it is, and connects directly whatever proxy the environment names.</summary>
    private static Action<IFlurlClientBuilder> Direct(string name) =>
        builder => builder.WithHeader("x-sent-by", name).ConfigureInnerHandler(handler => handler.UseProxy = false);

    private static IEnumerable<string?> SentBy(HostedService service) =>
        service.Emulator.Requests.Select(request => request.Headers.GetValueOrDefault("x-sent-by"));
}
