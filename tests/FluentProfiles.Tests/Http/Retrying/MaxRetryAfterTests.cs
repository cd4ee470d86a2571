using FluentProfiles.Emulator;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Tests.Http.Retrying;

/// <summary>The service can ask for a wait, but not for any wait.</summary>
public sealed class MaxRetryAfterTests
{
    private readonly FakeTimeProvider clock = new();

    [Theory]
    [InlineData(429, "315360000", typeof(ProfilesRateLimitException), "3650 days")]
    [InlineData(429, "61", typeof(ProfilesRateLimitException), "61 seconds")]
    [InlineData(529, "7200", typeof(ProfilesOverloadedException), "2 hours")]
    [InlineData(503, "60.5", typeof(ProfilesApiException), "60.5 seconds")]
    [InlineData(500, "99999999999999999999", typeof(ProfilesApiException), "10675199 days")]
    public async Task LongerWait_FailsAtOnceAndSaysWhatWasAskedFor(int status, string asked, Type type, string inWords)
    {
        await using var service = await StartAsync(asked, status);

        var failure = (ProfilesApiException)await service.Client.FailAsync(type);

        Assert.StartsWith(
            $"The service requests a delay of {inWords}, longer than ProfilesClientOptions.MaxRetryAfter (60 s) allows. No. ({status}",
            failure.Message
        );
        Assert.True(failure.RetryAfter > TimeSpan.FromSeconds(60));
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task LongerWaitWithinARun_HasTheTokenToResume()
    {
        await using var service = await StartAsync("3600", refused: 2, profiles: 30);
        List<string> ids = [];

        var failure = await Assert.ThrowsAsync<ProfilesRateLimitException>(async () =>
        {
            await foreach (var profile in service.Query().WithPageSize(10).WithPrefetch(0))
                ids.Add(profile.Id);
        });
        clock.Advance(TimeSpan.FromSeconds(60));
        ids.AddRange(
            await service.Query().WithPageSize(10).ResumeFrom(failure.ResumeToken).Select(p => p.Id).ToListAsync()
        );

        Assert.Equal(TestProfiles.Newest(30, 30), ids);
    }

    [Theory]
    [InlineData("315360000", 60)]
    [InlineData("61", 60)]
    [InlineData("61", 5)]
    public async Task OtherRequests_WaitNoLonger(string asked, int seconds)
    {
        await using var service = await StartAsync(asked, max: TimeSpan.FromSeconds(seconds));
        await service.Client.FailAsync<ProfilesRateLimitException>();

        var other = service.Query().CountAsync().AsTask();
        clock.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromTicks(1));
        Assert.Single(service.Requests);
        clock.Advance(TimeSpan.FromTicks(1));

        Assert.Equal(3, await other.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Theory]
    [InlineData("7", 6.5, false)]
    [InlineData("7", 7, true)]
    [InlineData("7", 7.5, true)]
    public async Task OwnLimit_Holds(string asked, double limit, bool waits)
    {
        JumpingClock jumping = new();
        await using var service = await StartAsync(asked, time: jumping, max: TimeSpan.FromSeconds(limit));

        var counting = Record.ExceptionAsync(async () => Assert.Equal(3, await service.Query().CountAsync()));

        Assert.Equal(waits, await counting is null);
        Assert.Equal(waits ? 2 : 1, service.Requests.Count);
    }

    [Theory]
    [InlineData("864000", 10)]
    [InlineData("315360000", 49)]
    public async Task NoLimit_WaitsAsLongAsATimerCan(string asked, int days)
    {
        JumpingClock jumping = new();
        await using var service = await StartAsync(asked, time: jumping, max: Timeout.InfiniteTimeSpan);

        Assert.Equal(3, await service.Query().CountAsync());

        Assert.Equal(days, (int)(jumping.GetUtcNow() - JumpingClock.Begin).TotalDays);
    }

    [Fact]
    public async Task FiftyQueriesRefusedAtOnce_ComeBackOneAfterAnother()
    {
        await using var service = await StartAsync("0", status: 529, refused: 50, first: 1);
        List<TimeSpan> waits = [];
        using ProfilesClient client = new(
            new()
            {
                BaseUrl = service.Emulator.BaseUrl,
                ApiKey = TestService.Key,
                TimeProvider = new JumpingClock(),
                Observer = happened =>
                {
                    if (happened is RetryScheduledEvent { Wait: var wait })
                        lock (waits)
                            waits.Add(wait);
                },
            }
        );

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => client.Query().CountAsync().AsTask()));

        Assert.Equal(50, waits.Count);
        Assert.InRange(waits.Min().TotalMilliseconds, 100, 130);
        Assert.InRange(waits.Max().TotalMilliseconds, 150, 200);
        Assert.True(waits.DistinctBy(wait => (int)wait.TotalMilliseconds).Count() > 20);
    }

    private Task<TestService> StartAsync(
        string asked,
        int status = 429,
        int refused = 1,
        int first = 0,
        int profiles = 3,
        TimeProvider? time = null,
        TimeSpan? max = null
    ) =>
        TestService.StartAsync(
            TestProfiles.Many(profiles),
            emulator =>
            {
                var number = 0;
                first = first > 0 || refused == 1 ? 1 : refused;
                emulator.Intercept = _ =>
                    Interlocked.Increment(ref number) is var current && current >= first && current <= refused
                        ? EmulatorResponse.Error(status, "some_error", "No.").WithHeader("retry-after", asked)
                        : null;
            },
            options =>
            {
                options.MaxRetries = 5;
                options.TimeProvider = time ?? clock;
                options.MaxRetryAfter = max ?? options.MaxRetryAfter;
            }
        );
}
