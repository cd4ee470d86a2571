using FluentProfiles.Emulator;
using FluentProfiles.Tests.Http;

namespace FluentProfiles.Tests.Telemetry;

public sealed class ObserverTests
{
    private readonly List<ProfilesEvent> events = [];

    [Fact]
    public async Task Run_IsToldInOrder()
    {
        await using var service = await StartAsync();
        service.Emulator.FailFirst(
            1,
            EmulatorResponse.Error(529, "overloaded_error", "Not now").WithHeader("retry-after", "4")
        );

        await service.Query().ToListAsync();

        Assert.Equal(["failed 529", "retry 1 in 4 s", "200", "200", "query 3 1 150 150 none"], events.Select(Text));
        Assert.All(
            events.OfType<RequestEvent>(),
            it => Assert.Equal(("GET", "/v1/user_profiles"), (it.Method, it.Route))
        );
        Assert.All(events.OfType<RequestCompletedEvent>(), it => Assert.StartsWith("req_", it.RequestId));
    }

    [Fact]
    public async Task Failure_IsTold()
    {
        await using var service = await StartAsync();
        service.Emulator.FailFirst(1, EmulatorResponse.Error(404, "not_found_error", "Nothing here"));

        await Assert.ThrowsAsync<ProfilesNotFoundException>(() => service.Client.GetAsync("uprof_1"));

        var failed = Assert.IsType<RequestCompletedEvent>(Assert.Single(events));
        Assert.Equal((404, "404", "/v1/user_profiles/{id}"), (failed.Status, failed.ErrorType, failed.Route));
    }

    private Task<TestService> StartAsync() =>
        TestService.StartAsync(
            TestProfiles.Many(150),
            configureClient: options =>
            {
                options.TimeProvider = new JumpingClock();
                options.PrefetchPages = 0;
                options.MaxRetries = 1;
                options.Observer = events.Add;
            }
        );

    private static string Text(ProfilesEvent happened) =>
        happened switch
        {
            RequestCompletedEvent { ErrorType: { } error } => $"failed {error}",
            RequestCompletedEvent it => $"{it.Status}",
            RetryScheduledEvent it => $"retry {it.Retry} in {it.Wait.Seconds} s",
            QueryCompletedEvent it =>
                $"query {it.Requests} {it.Retries} {it.Read} {it.Returned} {it.ErrorType ?? "none"}",
            _ => "unknown",
        };
}
