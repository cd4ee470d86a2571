using FluentProfiles.Tests.Http;
using Flurl.Http.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FluentProfiles.Hosting.Tests;

/// <summary><c>AddFluentProfiles()</c>: code, then the section, then the environment, option by option.</summary>
[Collection(EnvironmentCollection.Name)]
public sealed class EnvironmentFallbackTests : IDisposable
{
    private readonly EnvironmentScope environment = new();

    public void Dispose() => environment.Dispose();

    [Fact]
    public async Task SectionAlone_ReadsTheService()
    {
        await using var service = await HostedService.StartAsync();
        service.ConfigureSection(("WorkspaceId", "wrkspc_section"));
        service.Services.AddFluentProfiles();

        await (await service.ClientAsync()).Query().FirstAsync();

        var request = Assert.Single(service.Emulator.Requests);
        Assert.Equal(
            ("Bearer " + HostedService.Key, "wrkspc_section"),
            (request.Headers["Authorization"], request.Headers["anthropic-workspace-id"])
        );
    }

    [Fact]
    public async Task EnvironmentAlone_ReadsTheService()
    {
        await using var service = await HostedService.StartAsync();
        environment.Set("ANTHROPIC_AUTH_TOKEN", "token-of-the-environment");
        environment.Set("ANTHROPIC_BASE_URL", service.Emulator.BaseUrl);
        environment.Set("ANTHROPIC_WORKSPACE_ID", "wrkspc_environment");
        service.Services.AddFluentProfiles();

        await (await service.ClientAsync()).Query().FirstAsync();

        var request = Assert.Single(service.Emulator.Requests);
        Assert.Equal(
            ("Bearer token-of-the-environment", "wrkspc_environment"),
            (request.Headers["Authorization"], request.Headers["anthropic-workspace-id"])
        );
        Assert.Contains(service.Log.Entries, entry => entry.Text.EndsWith("/, set by Environment"));
    }

    [Fact]
    public async Task NoConfigurationInTheContainer_ReadsTheEnvironment()
    {
        await using var service = await HostedService.StartAsync();
        environment.Set("ANTHROPIC_API_KEY", "key-of-the-environment");
        environment.Set("ANTHROPIC_BASE_URL", service.Emulator.BaseUrl);
        ServiceCollection services = new();
        services.AddFluentProfiles();
        await using var container = services.BuildServiceProvider(validateScopes: true);

        await container.GetRequiredService<IProfilesClient>().Query().FirstAsync();

        Assert.Equal(["key-of-the-environment"], service.Keys);
    }

    /// <summary>Each row: what the section and the environment set, and the option that results.</summary>
    [Theory]
    [InlineData("ApiKey=section", "API_KEY=environment", "section,,api,")]
    [InlineData("ApiKey=section", "AUTH_TOKEN=environment", "section,,api,")]
    [InlineData("AuthToken=section", "API_KEY=environment", ",section,api,")]
    [InlineData("ApiKey=", "API_KEY=environment", "environment,,api,")]
    [InlineData("MaxRetries=1", "API_KEY=environment;AUTH_TOKEN=unused", "environment,,api,")]
    [InlineData("ApiKey=section", "BASE_URL=https://gateway.test", "section,,https://gateway.test,")]
    [InlineData(
        "ApiKey=section;BaseUrl=https://own.test",
        "BASE_URL=https://gateway.test",
        "section,,https://own.test,"
    )]
    [InlineData("ApiKey=section;BaseUrl=", "BASE_URL=https://gateway.test", "section,,https://gateway.test,")]
    [InlineData("BaseUrl=https://own.test", "API_KEY=environment;WORKSPACE_ID=w", "environment,,https://own.test,w")]
    [InlineData("ApiKey=section;WorkspaceId=own", "WORKSPACE_ID=w", "section,,api,own")]
    public async Task Section_WinsOptionByOption(string section, string variables, string expected)
    {
        await using var service = await HostedService.StartAsync();
        service.Configure([.. Pairs(section).Select(pair => ("FluentProfiles:" + pair.Key, (string?)pair.Value))]);
        foreach (var (name, value) in Pairs(variables))
            environment.Set("ANTHROPIC_" + name, value);
        service.Services.AddFluentProfiles();

        var options = Options(await service.RunAsync());

        Assert.Equal(
            expected.Replace("api", "https://api.anthropic.com"),
            $"{options.ApiKey},{options.AuthToken},{options.BaseUrl},{options.WorkspaceId}"
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Code_WinsOverBothWhereverItStands(bool isFirst)
    {
        await using var service = await HostedService.StartAsync();
        service.Configure(
            ("FluentProfiles:MaxRetries", "1"),
            ("FluentProfiles:BaseUrl", "https://section.test"),
            ("FluentProfiles:ApiKey", "key-of-the-section")
        );
        environment.Set("ANTHROPIC_AUTH_TOKEN", "token-of-the-environment");
        environment.Set("ANTHROPIC_BASE_URL", "https://gateway.test");
        if (isFirst)
            service.Services.Configure<ProfilesClientOptions>(service.Set);
        service.Services.AddFluentProfiles();
        if (!isFirst)
            service.Services.Configure<ProfilesClientOptions>(service.Set);

        var container = await service.RunAsync();
        await container.GetRequiredService<IProfilesClient>().Query().FirstAsync();

        Assert.Equal([HostedService.Key], service.Keys);
        Assert.Equal(1, Options(container).MaxRetries);
    }

    /// <summary>The URL of the Flurl client is the last that counts.</summary>
    [Theory]
    [InlineData("", "", "https://flurl.test")]
    [InlineData("", "https://gateway.test", "https://gateway.test")]
    [InlineData("https://section.test", "https://gateway.test", "https://section.test")]
    [InlineData("https://api.anthropic.com", "", "https://api.anthropic.com")]
    public async Task BaseUrlOfAFlurlClient_LosesToAnyOther(string section, string variable, string expected)
    {
        await using var service = await HostedService.StartAsync();
        service.Configure(("FluentProfiles:ApiKey", HostedService.Key), ("FluentProfiles:BaseUrl", section));
        environment.Set("ANTHROPIC_BASE_URL", variable);
        service.Services.AddSingleton<IFlurlClientCache>(_ =>
            new FlurlClientCache().Add("claude", "https://flurl.test")
        );
        service.Services.AddFluentProfiles("eu", service.Set).UseFlurl("claude");
        service.Services.AddFluentProfiles().UseFlurl("claude");

        var container = await service.RunAsync();

        Assert.Equal(expected, Options(container).BaseUrl);
    }

    [Fact]
    public async Task TokenProvider_LeavesNoRoomForAKeyOfTheEnvironment()
    {
        await using var service = await HostedService.StartAsync();
        environment.Set("ANTHROPIC_API_KEY", "key-of-the-environment");
        environment.Set("ANTHROPIC_BASE_URL", service.Emulator.BaseUrl);
        service
            .Services.AddFluentProfiles()
            .ConfigureProfilesClient((_, options) => options.TokenProvider = _ => new("token-of-the-vault"));

        var container = await service.RunAsync();
        await container.GetRequiredService<IProfilesClient>().Query().FirstAsync();

        Assert.Null(Options(container).ApiKey);
        Assert.Equal(["token-of-the-vault"], service.Keys);
    }

    [Fact]
    public async Task NothingSet_NamesBothPlaces()
    {
        await using var service = await HostedService.StartAsync();
        service.Services.AddFluentProfiles();

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(service.RunAsync);

        Assert.Equal(
            [
                "ProfilesClientOptions.ApiKey is missing. Set it, or AuthToken or TokenProvider.",
                "The configuration has no section FluentProfiles.",
                "The environment has neither ANTHROPIC_API_KEY nor ANTHROPIC_AUTH_TOKEN.",
            ],
            failure.Failures.Order()
        );
    }

    [Fact]
    public async Task RegisteredTwice_NamesAMistakeOnce()
    {
        await using var service = await HostedService.StartAsync();
        service.ConfigureSection(("ApiKye", "k"), ("MaxRetries", "-1"));
        service.Services.AddFluentProfiles();
        service.Services.AddFluentProfiles();

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(service.RunAsync);

        Assert.Equal(
            [
                "FluentProfiles:ApiKye is not an option (did you mean ApiKey?).",
                "ProfilesClientOptions.MaxRetries must be 0 or more.",
            ],
            failure.Failures.Order()
        );
    }

    [Fact]
    public async Task ReloadedSection_ChangesTheKeyOfTheNextRequest()
    {
        await using var service = await HostedService.StartAsync();
        environment.Set("ANTHROPIC_API_KEY", "key-of-the-environment");
        service.ConfigureSection();
        service.Services.AddFluentProfiles();
        var client = await service.ClientAsync();

        await client.Query().FirstAsync();
        service.ConfigureSection(("ApiKey", "key-after-rotation"));
        await client.Query().FirstAsync();
        service.ConfigureSection(("ApiKey", null));
        await client.Query().FirstAsync();

        Assert.Equal([HostedService.Key, "key-after-rotation", "key-of-the-environment"], service.Keys);
    }

    [Fact]
    public async Task NamedClient_ReadsNoEnvironment()
    {
        await using var service = await HostedService.StartAsync();
        environment.Set("ANTHROPIC_API_KEY", "key-of-the-environment");
        service.ConfigureSection();
        service.Services.AddFluentProfiles();
        service.Services.AddFluentProfiles("eu", options => options.BaseUrl = service.Emulator.BaseUrl);

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(service.RunAsync);

        Assert.Equal("eu", failure.OptionsName);
    }

    private static ProfilesClientOptions Options(IServiceProvider services) =>
        services.GetRequiredService<IOptionsMonitor<ProfilesClientOptions>>().CurrentValue;

    private static IEnumerable<(string Key, string Value)> Pairs(string text) =>
        text.Split(';').Select(pair => pair.Split('=', 2)).Select(pair => (pair[0], pair[1]));
}
