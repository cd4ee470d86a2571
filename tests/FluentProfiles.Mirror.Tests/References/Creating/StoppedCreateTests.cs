using FluentProfiles.Emulator;
using FluentProfiles.Mirror.Tests.Databases;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Mirror.Tests.References.Creating;

/// <summary>A mirror is disposed of while a create that is noted as sent waits to leave.</summary>
public sealed class StoppedCreateTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    // Where a request may wait before it leaves, with the client's options to which the wait is added.
    private static readonly Dictionary<string, Action<ProfilesClientOptions, Func<CancellationToken, Task>>> Waits =
        new()
        {
            ["limiter"] = (options, wait) => options.RateLimiter = new WaitingLimiter(wait),
            ["token"] = (options, wait) =>
            {
                options.ApiKey = null;
                options.TokenProvider = async ct =>
                {
                    await wait(ct);
                    return "token-of-a-test";
                };
            },
            ["handler"] = (options, wait) =>
                options.Transport = WaitingTransports.Through(
                    async (_, ct) =>
                    {
                        await wait(ct);
                        return null;
                    }
                ),
            ["connection"] = (options, wait) => options.Transport = WaitingTransports.ConnectingAfter(wait),
        };

    private readonly TaskCompletionSource held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource go = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private MirroredService? started;

    public static TheoryData<string> Names => [.. Waits.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ACreateThatWaitsToLeave_IsGivenBack(string where)
    {
        await using var service = await StartAsync(options =>
            Waits[where](options, ct => HoldAsync(() => Task.Delay(Timeout.Infinite, ct)))
        );
        await using var mirror = await OpenAsync(service);
        var call = mirror.GetOrCreateAsync("customer-1", () => new()).AsTask();
        await held.Task.WaitAsync(Long);

        await mirror.DisposeAsync().AsTask().WaitAsync(Long);

        await Assert.ThrowsAsync<ObjectDisposedException>(() => call);
        Assert.Equal(0, service.Creates());
        await AssertIsFreeAsync(service);
    }

    [Theory]
    [InlineData(429, "rate_limit_error")]
    [InlineData(529, "overloaded_error")]
    public async Task ACreateThatWasRefusedAndWaitsForItsRetry_IsGivenBack(int status, string type)
    {
        await using var service = await StartAsync(options => options.MaxRetries = 5);
        await using var mirror = await OpenAsync(service);
        service.Emulator.Intercept = request =>
            request.Method == "POST"
                ? EmulatorResponse.Error(status, type, "Later.").WithHeader("retry-after", "20")
                : null;
        var call = mirror.GetOrCreateAsync("customer-1", () => new()).AsTask();
        await ReadyService.UntilAsync(() => service.Creates() == 1);

        await mirror.DisposeAsync().AsTask().WaitAsync(Long);

        await Assert.ThrowsAsync<ObjectDisposedException>(() => call);
        Assert.Equal(1, service.Creates());
        service.LoseNoMore();
        await AssertIsFreeAsync(service);
    }

    [Fact]
    public async Task ACreateThatGoesOnAfterTheEnd_IsNotSent()
    {
        FakeTimeProvider clock = new(DateTimeOffset.UtcNow);
        await using var service = await StartAsync(options =>
        {
            options.TimeProvider = clock;
            options.Transport = WaitingTransports.Through(
                async (_, _) =>
                {
                    await HoldAsync(() => go.Task);
                    return null;
                }
            );
        });
        await using var mirror = await OpenAsync(service);
        var call = mirror.GetOrCreateAsync("customer-1", () => new()).AsTask();
        await held.Task.WaitAsync(Long);

        var closing = mirror.DisposeAsync().AsTask();
        while (!closing.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1);
        }
        go.SetResult();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => call);
        Assert.Equal(0, service.Creates());
    }

    private async Task<MirroredService> StartAsync(Action<ProfilesClientOptions> configureClient) =>
        started = await ReadyService.StartAsync(DatabaseKind.Sqlite, configureClient: configureClient);

    private static Task<ProfileMirror> OpenAsync(MirroredService service) =>
        service.OpenAnotherAsync(options => options.ReferenceTimes = ReadyService.Short with { Window = Long });

    /// <summary>Holds the first request after a create was noted as sent.</summary>
    private async Task HoldAsync(Func<Task> hold)
    {
        if (started is null || held.Task.IsCompleted || !(await started.ClaimsAsync()).Exists(ReadyService.IsSent))
            return;
        held.TrySetResult();
        await hold();
    }

    private static async Task AssertIsFreeAsync(MirroredService service)
    {
        Assert.Empty(await service.ClaimsAsync());
        Assert.True((await service.Mirror.GetOrCreateAsync("customer-1", () => new())).WasCreated);
        Assert.Single(service.IdsOf("customer-1"));
    }
}
