using FluentProfiles.Hosting.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FluentProfiles.Hosting.Tests;

/// <summary>What is missing, misspelt or contradictory fails when the host starts, by name, and nothing is sent.</summary>
public sealed class StartUpCheckTests
{
    [Theory]
    [InlineData("ApiKey", "", "ProfilesClientOptions.ApiKey is missing. Set it, or AuthToken or TokenProvider.")]
    [InlineData("ApiKey", null, "ProfilesClientOptions.ApiKey is missing. Set it, or AuthToken or TokenProvider.")]
    [InlineData("ApiKey", "two words", "The API key contains invalid characters")]
    [InlineData("AuthToken", "too", "ProfilesClientOptions.ApiKey and AuthToken are both set")]
    [InlineData(
        "BaseUrl",
        "api.anthropic.com",
        "ProfilesClientOptions.BaseUrl (or ANTHROPIC_BASE_URL) is not an absolute http"
    )]
    [InlineData("BaseUrl", "https://user:pass@gw.test", "must not have a query, a fragment or credentials")]
    [InlineData("BaseUrl", "https://gw.test/anthropic/v1/", "Write https://gw.test/anthropic.")]
    [InlineData("BaseUrl", "http://example.com", "ProfilesClientOptions.BaseUrl is plain http to another machine")]
    [InlineData("ApiVersion", "2026 10 21", "ProfilesClientOptions.ApiVersion is not a valid header value")]
    [InlineData("WorkspaceId", "wrkspc 1", "WorkspaceId")]
    [InlineData("Betas:0", "a,b", "Betas")]
    [InlineData("MaxPageBytes", "0", "ProfilesClientOptions.MaxPageBytes must be above 0")]
    [InlineData("MaxPageBytes", "16 MB", "FluentProfiles:MaxPageBytes must be a whole number.")]
    [InlineData("PrefetchPages", "1.5", "FluentProfiles:PrefetchPages must be a whole number.")]
    [InlineData("MaxRequestsPerQuery", "many", "FluentProfiles:MaxRequestsPerQuery must be a whole number.")]
    [InlineData("AllowInsecureHttp", "yes", "FluentProfiles:AllowInsecureHttp must be true or false.")]
    [InlineData(
        "Betas",
        "user-profiles-2026-09-04",
        "FluentProfiles:Betas must be a list of strings: \"Betas\": [\"…\"] in JSON, Betas:0 elsewhere."
    )]
    [InlineData("WorkspaceId:0", "wrkspc_1", "FluentProfiles:WorkspaceId must be a string.")]
    [InlineData("APIkeys", "secret", "FluentProfiles:APIkeys is not an option (did you mean ApiKey?).")]
    [InlineData("BaseUri", "https://example.com", "FluentProfiles:BaseUri is not an option (did you mean BaseUrl?).")]
    [InlineData("Workspace", "wrkspc_1", "FluentProfiles:Workspace is not an option (did you mean WorkspaceId?).")]
    [InlineData("Timeout", "1", "FluentProfiles:Timeout is not an option.")]
    [InlineData("Transport", "flurl", "FluentProfiles:Transport can be set in code only.")]
    public async Task Mistake_FailsAtStart(string key, string? value, string message)
    {
        await using var service = await HostedService.StartAsync();
        service.ConfigureSection((key, value));
        service.Services.AddFluentProfiles(service.Builder.Configuration);

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(service.RunAsync);

        Assert.Contains(message, failure.Message);
        Assert.DoesNotContain("secret", failure.Message);
        Assert.Empty(service.Emulator.Requests);
    }

    [Fact]
    public async Task TwoShapes_FailAtStart()
    {
        await using var service = await HostedService.StartAsync();
        service.ConfigureSection(("Betas:0", "user-profiles-2026-09-04"), ("Betas:1", "user-profiles-2026-08-18"));
        service.Services.AddFluentProfiles(service.Builder.Configuration);

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(service.RunAsync);

        Assert.Contains("user-profiles-2026-08-18", failure.Message);
    }

    [Fact]
    public async Task SeveralMistakes_AreToldTogether()
    {
        await using var service = await HostedService.StartAsync();
        service.Configure(("FluentProfiles:ApiKye", "k"), ("FluentProfiles:PrefetchPage", "2"));
        service.Services.AddFluentProfiles(service.Builder.Configuration);

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(service.RunAsync);

        Assert.Equal(
            [
                "FluentProfiles:ApiKye is not an option (did you mean ApiKey?).",
                "FluentProfiles:PrefetchPage is not an option (did you mean PrefetchPages?).",
                "ProfilesClientOptions.ApiKey is missing. Set it, or AuthToken or TokenProvider.",
            ],
            failure.Failures.Order()
        );
    }

    /// <summary>Of the options that the client checks, too, and for every client.</summary>
    [Fact]
    public async Task EveryOptionAtFault_IsNamed()
    {
        await using var service = await HostedService.StartAsync();
        service.Services.AddFluentProfiles(
            "eu",
            options =>
            {
                options.BaseUrl = "https://gateway.test/v1";
                options.AllowedHosts = ["https://gateway.test"];
                options.ApiVersion = "a b";
                options.WorkspaceId = "a b";
                options.Betas = ["a,b"];
                options.MaxRetries = -1;
                options.MaxRetryAfter = TimeSpan.Zero;
                options.AttemptTimeout = TimeSpan.Zero;
                options.TotalTimeout = TimeSpan.Zero;
                options.MaxPageBytes = 0;
                options.PrefetchPages = 65;
                options.MaxPointLookups = -1;
                options.MaxRequestsPerQuery = 0;
                options.MaxConcurrentScans = 0;
                options.TimeProvider = null!;
            }
        );

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(service.RunAsync);

        string[] named =
        [
            .. new[] { "BaseUrl", "AllowedHosts", "ApiVersion", "WorkspaceId", "MaxRetries", "MaxRetryAfter", "beta" },
            .. new[] { "AttemptTimeout", "TotalTimeout", "MaxPageBytes", "PrefetchPages", "MaxPointLookups" },
            .. new[] { "MaxRequestsPerQuery", "MaxConcurrentScans", "TimeProvider", "ApiKey" },
        ];
        Assert.Equal(named.Length, failure.Failures.Count());
        Assert.All(failure.Failures, text => Assert.StartsWith("Client 'eu': ", text));
        Assert.All(named, option => Assert.Single(failure.Failures, text => text.Contains(option + " ")));
    }

    [Fact]
    public async Task SectionThatIsNotThere_IsSaid()
    {
        await using var service = await HostedService.StartAsync();
        service.Services.AddFluentProfiles("tenant-a", service.Builder.Configuration.GetSection("Tenants:A"));

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(service.RunAsync);

        Assert.Contains("The configuration has no section Tenants:A.", failure.Failures);
    }

    [Fact]
    public async Task MistakeOfANamedClient_NamesTheClient()
    {
        await using var service = await HostedService.StartAsync();
        service.Services.AddFluentProfiles(service.Set);
        service.Services.AddFluentProfiles("tenant-a", options => options.BaseUrl = service.Emulator.BaseUrl);

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(service.RunAsync);

        Assert.StartsWith("Client 'tenant-a': ProfilesClientOptions.ApiKey is missing", failure.Message);
    }

    [Fact]
    public async Task MistakesOfSeveralClients_AreToldTogether()
    {
        await using var service = await HostedService.StartAsync();
        service.Services.AddFluentProfiles("tenant-a", options => options.BaseUrl = service.Emulator.BaseUrl);
        service.Services.AddFluentProfiles("tenant-b", options => options.BaseUrl = service.Emulator.BaseUrl);

        var failure = await Assert.ThrowsAsync<AggregateException>(service.RunAsync);

        Assert.Equal(
            ["tenant-a", "tenant-b"],
            failure.InnerExceptions.Select(inner => Assert.IsType<OptionsValidationException>(inner).OptionsName)
        );
    }

    [Fact]
    public void EachOption_CanBeConfiguredOrIsKnownToBeSetInCode() =>
        Assert.Equal(
            typeof(ProfilesClientOptions).GetProperties().Select(property => property.Name).Order(),
            OptionKeys.All.Values.Select(key => key.Name).Concat(OptionKeys.OnlyInCode).Order()
        );
}
