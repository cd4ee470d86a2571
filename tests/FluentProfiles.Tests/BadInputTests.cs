using FluentProfiles.Tests.Http;

namespace FluentProfiles.Tests;

/// <summary>What can't be right throws where it is written, and nothing is sent.</summary>
public sealed class BadInputTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    [InlineData(-1)]
    public async Task PageSize_ThrowsOutOfRange(int size)
    {
        await using var service = await TestService.StartAsync(3);

        var failure = Assert.Throws<ArgumentOutOfRangeException>(() => service.Query().WithPageSize(size));

        Assert.Equal(("size", size), (failure.ParamName, failure.ActualValue));
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task NegativeCount_ThrowsOutOfRange()
    {
        await using var service = await TestService.StartAsync(3);

        Assert.Throws<ArgumentOutOfRangeException>(() => service.Query().Take(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => service.Query().Skip(-1));

        Assert.Empty(service.Requests);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("key with space")]
    [InlineData("key\n")]
    [InlineData("ключ")]
    public async Task NoKey_ThrowsConfiguration(string? key)
    {
        await using var service = await TestService.StartAsync(
            TestProfiles.Many(3),
            configureClient: options => options.ApiKey = key
        );

        var failure = await service.Client.FailAsync<ProfilesConfigurationException>();
        await Assert.ThrowsAsync<ProfilesConfigurationException>(() => service.Client.GetAsync("uprof_000001"));

        Assert.Contains("API key", failure.Message);
        Assert.Empty(service.Requests);
    }

    [Theory]
    [InlineData("a,b")]
    [InlineData("a\nb")]
    [InlineData("a\r\nx-admin: 1")]
    [InlineData("a b")]
    [InlineData("ä")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Beta_ThrowsArgument(string? beta)
    {
        await using var service = await TestService.StartAsync(3);

        Assert.Equal("betas", Assert.Throws<ArgumentException>(() => service.Query().WithBeta(beta)).ParamName);
        await Assert.ThrowsAsync<ArgumentException>(() =>
            service.Client.GetAsync("uprof_000001", new() { Betas = [beta] })
        );
        Assert.Throws<ArgumentException>(() => new ProfilesClient(new() { Betas = [beta] }));

        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task TwoShapesInAQuery_ThrowsConfiguration()
    {
        await using var service = await TestService.StartAsync(3);
        var query = service
            .Query()
            .WithBeta(AnthropicBeta.UserProfiles2026_03_24)
            .WithBeta(AnthropicBeta.UserProfiles2026_08_18);

        var failure = await Assert.ThrowsAsync<ProfilesConfigurationException>(async () => await query.ToListAsync());

        Assert.Contains("'user-profiles-2026-03-24' and 'user-profiles-2026-08-18'", failure.Message);
        Assert.Throws<ProfilesConfigurationException>(() => query.Explain());
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task TwoShapesElsewhere_ThrowsConfiguration()
    {
        await using var service = await TestService.StartAsync(3);
        AnthropicBeta[] two = ["user-profiles-2026-09-04", "user-profiles-2026-03-24"];

        Assert.Throws<ProfilesConfigurationException>(() => new ProfilesClient(new() { Betas = two }));
        await Assert.ThrowsAsync<ProfilesConfigurationException>(() =>
            service.Client.GetAsync("uprof_000001", new() { Betas = two })
        );

        Assert.Empty(service.Requests);
    }

    [Theory]
    [InlineData("user-profiles-2026-03-24")]
    [InlineData("user-profiles-2026-08-18")]
    [InlineData("user-profiles-2026-09-04")]
    public async Task EnforcementFilterUnderLegacyShape_ThrowsConfiguration(string beta)
    {
        await using var service = await TestService.StartAsync(3);
        var query = service.Query().Where(p => p.EnforcementStatus == EnforcementStatus.Banned).WithBeta(beta);

        var failure = await Assert.ThrowsAsync<ProfilesConfigurationException>(async () => await query.ToListAsync());

        Assert.Contains(beta, failure.Message);
        Assert.Empty(service.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("wrkspc_1\r\nx: y")]
    [InlineData("wrkspc 1")]
    public async Task Workspace_ThrowsArgument(string workspace)
    {
        await using var service = await TestService.StartAsync(3);

        Assert.Throws<ArgumentException>(() => service.Query().WithWorkspace(workspace));
        Assert.Throws<ArgumentException>(() => new ProfilesClient(new() { WorkspaceId = workspace }));

        Assert.Empty(service.Requests);
    }

    [Theory]
    [MemberData(nameof(TextsThatAreNoId))]
    public async Task Id_ThrowsArgument(string name)
    {
        await using var service = await TestService.StartAsync(3);

        var failure = await Assert.ThrowsAsync<ArgumentException>(() => service.Client.GetAsync(NoIds.ByName[name]));

        Assert.Equal("id", failure.ParamName);
        Assert.Empty(service.Requests);
    }

    public static TheoryData<string> TextsThatAreNoId => [.. NoIds.ByName.Keys];

    [Fact]
    public async Task Null_ThrowsArgumentNull()
    {
        await using var service = await TestService.StartAsync(3);

        await Assert.ThrowsAsync<ArgumentNullException>(() => service.Client.GetAsync(null!));
        Assert.Throws<ArgumentNullException>(() => new ProfilesClient(null!));
        Assert.Throws<ArgumentNullException>(() => Profiles.Use(null!));

        Assert.Empty(service.Requests);
    }

    [Theory]
    [InlineData('c', 65_536, true)]
    [InlineData('c', 65_537, false)]
    [InlineData('é', 32_769, false)]
    [InlineData('c', 10_000_000, false)]
    public void Cursor_HasAtMost64Kibibytes(char letter, int length, bool isAccepted)
    {
        var failure = Record.Exception(() => ProfileQuery.FromItems([]).FromPage(new(letter, length)));

        Assert.Equal(isAccepted, failure is null);
        Assert.True(failure is null or ArgumentException { ParamName: "cursor" });
    }

    [Theory]
    [InlineData(65_536, true)]
    [InlineData(65_537, false)]
    public async Task CursorOfTheService_HasAtMost64Kibibytes(int length, bool isAccepted)
    {
        await using var service = await TestService.StartAsync(3);
        using HttpClient http = new(service.Emulator.CreateHandler());
        using ProfilesClient client = new(new() { BaseUrl = service.Emulator.BaseUrl, ApiKey = TestService.Key }, http);
        service.Emulator.AnswerWith(Answers.Page(new('c', length), 1), Answers.Page(null, 2));

        var failure = await Record.ExceptionAsync(async () => await client.Query().ToListAsync());

        Assert.Equal(isAccepted, failure is null);
        Assert.True(failure is null or ProfilesProtocolException);
    }

    [Fact]
    public void NumberOutOfRange_ThrowsConfiguration()
    {
        AssertRefused(new() { MaxPageBytes = 0 }, nameof(ProfilesClientOptions.MaxPageBytes));
        AssertRefused(new() { MaxPageBytes = (1L << 30) + 1 }, nameof(ProfilesClientOptions.MaxPageBytes));
        AssertRefused(new() { MaxPageBytes = long.MaxValue }, nameof(ProfilesClientOptions.MaxPageBytes));
        AssertRefused(new() { MaxRetries = -1 }, nameof(ProfilesClientOptions.MaxRetries));
        AssertRefused(new() { AttemptTimeout = TimeSpan.Zero }, nameof(ProfilesClientOptions.AttemptTimeout));
        AssertRefused(new() { AttemptTimeout = TimeSpan.FromDays(50) }, nameof(ProfilesClientOptions.AttemptTimeout));
        AssertRefused(new() { TotalTimeout = TimeSpan.FromSeconds(-5) }, nameof(ProfilesClientOptions.TotalTimeout));
        AssertRefused(new() { PrefetchPages = -1 }, nameof(ProfilesClientOptions.PrefetchPages));
        AssertRefused(new() { PrefetchPages = 65 }, nameof(ProfilesClientOptions.PrefetchPages));
        AssertRefused(new() { PrefetchPages = int.MaxValue }, nameof(ProfilesClientOptions.PrefetchPages));
        AssertRefused(new() { MaxRequestsPerQuery = 0 }, nameof(ProfilesClientOptions.MaxRequestsPerQuery));
    }

    [Fact]
    public void SeveralOptionsAtFault_AreNamedTogether()
    {
        ProfilesClientOptions options = new()
        {
            BaseUrl = "https://gateway.test/v1",
            WorkspaceId = "a b",
            MaxRetries = -1,
            PrefetchPages = 65,
        };
        string[] named = ["BaseUrl", "WorkspaceId", "MaxRetries", "PrefetchPages"];

        var atClient = Assert.Throws<ProfilesConfigurationException>(() => new ProfilesClient(options));
        var validated = Assert.Throws<ProfilesConfigurationException>(options.Validate);

        Assert.All(named, option => Assert.Contains(option, atClient.Message));
        Assert.StartsWith(atClient.Message[..40], validated.Message);
        Assert.Contains("There is no API key.", validated.Message);
        Assert.Equal(
            (named.Length, named.Length + 1),
            (
                Assert.IsType<AggregateException>(atClient.InnerException).InnerExceptions.Count,
                Assert.IsType<AggregateException>(validated.InnerException).InnerExceptions.Count
            )
        );
    }

    [Fact]
    public void LargestNumbers_AreAccepted() =>
        new ProfilesClient(new() { MaxPageBytes = 1L << 30, PrefetchPages = 64 }).Dispose();

    [Fact]
    public void NullOption_ThrowsConfiguration()
    {
        AssertRefused(new() { ApiVersion = null! }, nameof(ProfilesClientOptions.ApiVersion));
        AssertRefused(new() { Betas = null! }, nameof(ProfilesClientOptions.Betas));
        AssertRefused(new() { TimeProvider = null! }, nameof(ProfilesClientOptions.TimeProvider));
        AssertRefused(new() { BaseUrl = null! }, nameof(ProfilesClientOptions.BaseUrl));
    }

    private static void AssertRefused(ProfilesClientOptions options, string name) =>
        Assert.Contains(name, Assert.Throws<ProfilesConfigurationException>(() => new ProfilesClient(options)).Message);
}
