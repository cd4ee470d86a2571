using FluentProfiles.Tests.Telemetry;

namespace FluentProfiles.Tests.Http;

/// <summary>What was never sent counts nowhere.</summary>
[Collection(AloneCollection.Name)]
public sealed class MissingKeyTests
{
    private static readonly Func<CancellationToken, ValueTask<string>>?[] Providers =
    [
        null,
        _ => new(""),
        _ => new("two words"),
        _ => throw new InvalidOperationException("The vault is closed."),
        _ => ValueTask.FromException<string>(new TimeoutException()),
    ];

    public static TheoryData<int> EveryProvider => [.. Enumerable.Range(0, Providers.Length)];

    [Theory]
    [MemberData(nameof(EveryProvider))]
    public async Task Query_CountsNoRequest(int provider)
    {
        List<ProfilesEvent> events = [];
        List<QueryProgress> reports = [];
        using Listener listener = new();
        await using var service = await TestService.StartAsync(
            TestProfiles.Many(3),
            configureClient: options =>
                (options.ApiKey, options.TokenProvider, options.Observer, options.MaxRetries) = (
                    null,
                    Providers[provider],
                    events.Add,
                    3
                )
        );
        var query = service.Query().WithProgress(new Reports(reports)).WithMaxRequests(1);

        await Assert.ThrowsAsync<ProfilesConfigurationException>(() => query.ToListAsync().AsTask());
        await Assert.ThrowsAsync<ProfilesConfigurationException>(() => service.Client.GetAsync("uprof_1"));

        var completed = Assert.IsType<QueryCompletedEvent>(Assert.Single(events));
        Assert.Equal((0, 0), (completed.Requests, completed.Retries));
        Assert.Empty(reports);
        Assert.Equal(listener.Query, Assert.Single(listener.Spans));
        Assert.Equal(0, listener.Sum("fluentprofiles.requests"));
        Assert.Empty(service.Requests);
    }

    /// <summary>The first page was read; the key is gone when the second one is due.</summary>
    [Fact]
    public async Task KeyLostWithinARun_CountsWhatWasSent()
    {
        var asked = 0;
        List<QueryProgress> reports = [];
        await using var service = await TestService.StartAsync(
            TestProfiles.Many(3),
            configureClient: options =>
                options.TokenProvider = _ => new(Interlocked.Increment(ref asked) == 1 ? TestService.Key : "")
        );

        var failure = await Assert.ThrowsAsync<ProfilesConfigurationException>(() =>
            service.Query().WithPageSize(1).WithProgress(new Reports(reports)).ToListAsync().AsTask()
        );

        Assert.NotNull(failure.ResumeToken);
        Assert.Equal(1, reports[^1].Requests);
        Assert.Single(service.Requests);
    }

    /// <summary>An attempt for which the provider gave up is no request, so the next one repeats none.</summary>
    [Fact]
    public async Task ProviderGivesUpOnce_CountsOneRequestAndNoRetry()
    {
        var asked = 0;
        List<QueryProgress> reports = [];
        List<ProfilesEvent> events = [];
        await using var service = await TestService.StartAsync(
            TestProfiles.Many(3),
            configureClient: options =>
            {
                options.TokenProvider = _ =>
                    Interlocked.Increment(ref asked) == 1
                        ? throw new OperationCanceledException()
                        : new(TestService.Key);
                (options.MaxRetries, options.TimeProvider, options.Observer) = (1, new JumpingClock(), events.Add);
            }
        );

        await service.Query().WithProgress(new Reports(reports)).ToListAsync();

        Assert.Equal((1, 0), (reports[^1].Requests, reports[^1].Retries));
        Assert.Equal(0, Assert.Single(events.OfType<RequestCompletedEvent>()).Resends);
        Assert.Equal(1, Assert.Single(events.OfType<RetryScheduledEvent>()).Retry);
    }

    private sealed class Reports(List<QueryProgress> reports) : IProgress<QueryProgress>
    {
        public void Report(QueryProgress value) => reports.Add(value);
    }
}
