namespace FluentProfiles.Tests.Http.Calls;

/// <summary>Options of a call, and settings of a query, that can't be.</summary>
public sealed class CallOptionsTests
{
    public static TheoryData<double> NoTimeouts => [0, -1, -0.002, 50 * 24 * 3600];

    [Theory]
    [MemberData(nameof(NoTimeouts))]
    public async Task TimeoutOutOfRange_IsRefusedByName(double seconds)
    {
        await using var service = await TestService.StartAsync(1);
        var time = TimeSpan.FromSeconds(seconds);
        var query = service.Query();

        AssertNamed("AttemptTimeout", () => new CallOptions { AttemptTimeout = time });
        AssertNamed("TotalTimeout", () => new CallOptions { TotalTimeout = time });
        AssertNamed("MaxRetryAfter", () => new CallOptions { MaxRetryAfter = time });
        AssertNamed("timeout", () => query.WithAttemptTimeout(time));
        AssertNamed("timeout", () => query.WithRunTimeout(time));
        AssertNamed("wait", () => query.WithMaxRetryAfter(time));
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task NegativeRetries_AreRefusedByName()
    {
        await using var service = await TestService.StartAsync(1);

        AssertNamed("MaxRetries", () => new CallOptions { MaxRetries = -1 });
        AssertNamed("count", () => service.Query().WithMaxRetries(-1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\r\nx: y")]
    public void WorkspaceThatIsNoHeaderValue_IsRefused(string workspace) =>
        Assert.Equal(
            "Workspace",
            Assert.Throws<ArgumentException>(() => new CallOptions { Workspace = workspace }).ParamName
        );

    [Fact]
    public void NullBetas_AreRefused() => Assert.Throws<ArgumentNullException>(() => new CallOptions { Betas = null! });

    [Fact]
    public async Task AttemptLongerThanTheCall_IsRefused()
    {
        await using var service = await TestService.StartAsync(1);
        CallOptions options = new()
        {
            TotalTimeout = TimeSpan.FromSeconds(5),
            AttemptTimeout = TimeSpan.FromSeconds(30),
        };

        var refused = await Assert.ThrowsAsync<ArgumentException>(() =>
            service.Client.GetAsync(TestProfiles.IdOf(0), options)
        );

        Assert.StartsWith(
            "CallOptions.AttemptTimeout (30 s) is longer than TotalTimeout (5 s), so it could never pass. Shorten it, or leave it out.",
            refused.Message
        );
        Assert.Empty(service.Requests);
    }

    /// <summary>Shorter than the client's attempt timeout, and no contradiction: the shorter one counts.</summary>
    [Theory]
    [InlineData(5, null)]
    [InlineData(5, 5.0)]
    [InlineData(5, -0.001)]
    [InlineData(-0.001, 30.0)]
    public async Task TimeoutsThatGoTogether_AreTaken(double total, double? attempt)
    {
        await using var service = await TestService.StartAsync(1);

        await service.Client.GetAsync(
            TestProfiles.IdOf(0),
            new()
            {
                TotalTimeout = TimeSpan.FromSeconds(total),
                AttemptTimeout = attempt is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            }
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("two\nlines")]
    [InlineData("bell\u0007")]
    [InlineData("turned\u202eround")]
    public async Task TagThatWouldForgeALog_IsRefused(string tag)
    {
        await using var service = await TestService.StartAsync(1);

        Assert.Equal("Tag", Assert.Throws<ArgumentException>(() => new CallOptions { Tag = tag }).ParamName);
        Assert.Equal("text", Assert.Throws<ArgumentException>(() => service.Query().TagWith(tag)).ParamName);
    }

    [Fact]
    public async Task TagOfAMegabyte_IsRefusedAlsoInParts()
    {
        await using var service = await TestService.StartAsync(1);
        var query = service.Query().TagWith(new('a', 600));

        var one = Assert.Throws<ArgumentException>(() => service.Query().TagWith(new('a', 1 << 20)));
        var joined = Assert.Throws<ArgumentException>(() => query.TagWith(new('b', 600)));

        Assert.StartsWith(
            "The tags of a query or a call have at most 1000 characters together; these have 1048576.",
            one.Message
        );
        Assert.StartsWith(
            "The tags of a query or a call have at most 1000 characters together; these have 1202.",
            joined.Message
        );
        Assert.True(one.Message.Length < 300);
    }

    private static void AssertNamed(string parameter, Func<object> set) =>
        Assert.Equal(parameter, Assert.Throws<ArgumentOutOfRangeException>(set).ParamName);
}
