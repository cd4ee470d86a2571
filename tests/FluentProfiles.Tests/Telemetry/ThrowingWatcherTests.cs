using System.Diagnostics;
using System.Diagnostics.Metrics;
using FluentProfiles.Emulator;
using FluentProfiles.Tests.Http;

namespace FluentProfiles.Tests.Telemetry;

/// <summary>Whatever only watches may throw as it likes: each call ends as it does when nobody watches.</summary>
[Collection(AloneCollection.Name)]
public sealed class ThrowingWatcherTests
{
    private static readonly string Id = TestProfiles.IdOf(1);

    private static readonly Func<ProfilesClient, Task<object?>>[] Calls =
    [
        async client => await client.Query().Select(p => p.Id).ToListAsync(),
        async client => await client.Query().CountAsync(),
        async client => await client.Query().Where(p => p.Id == Id).Select(p => p.Name).SingleAsync(),
        async client => (await client.GetAsync(Id)).Id,
        async client => (await client.UpdateAsync(Id, new() { Name = "Ada" })).Name,
        async client => (await client.CreateAsync(new() { Name = "Grace" })).Name,
        async client => (await client.CreateActionUrlAsync(Id)).Url.Length > 0,
        async client => await Record.ExceptionAsync(() => client.GetAsync("uprof_none")) is ProfilesNotFoundException,
        async client => (await client.Query().Take(1).ExecuteUpdateAsync(c => c.SetName("Joan"))).Written,
        async client =>
        {
            await client.DeleteAsync(Id);
            return null;
        },
    ];

    private static readonly Dictionary<string, Func<IDisposable>> Listeners = new()
    {
        ["sample"] = () => Listen(new() { Sample = (ref _) => throw new FormatException() }),
        ["started"] = () => Listen(new() { Sample = All, ActivityStarted = _ => throw new FormatException() }),
        ["stopped"] = () => Listen(new() { Sample = All, ActivityStopped = _ => throw new FormatException() }),
        ["metrics"] = ListenToMetrics,
    };

    public static TheoryData<string> EveryListener => [.. Listeners.Keys];

    [Fact]
    public async Task Observer_ChangesNoResult() =>
        await AssertSameAsync(options => options.Observer = _ => throw new FormatException());

    [Theory]
    [MemberData(nameof(EveryListener))]
    public async Task Listener_ChangesNoResult(string listener)
    {
        var plain = await RunAsync(_ => { });
        List<ProfilesEvent> events = [];
        var before = Activity.Current;
        using var listening = Listeners[listener]();

        var watched = await RunAsync(options => options.Observer = events.Add);

        Assert.Equal(plain, watched);
        Assert.Same(before, Activity.Current);
        var failed = events.OfType<CallbackFailedEvent>().ToList();
        Assert.NotEmpty(failed);
        Assert.All(failed, it => Assert.Equal("System.FormatException", it.ErrorType));
        Assert.All(
            failed,
            it => Assert.Equal(listener == "metrics" ? "MeterListener" : "ActivityListener", it.Callback)
        );
        Assert.Equal(
            watched.Count(it => it is "GET" or "POST" or "DELETE"),
            events.OfType<RequestCompletedEvent>().Count()
        );
    }

    [Fact]
    public async Task OneOfTwoObservers_DoesNotSilenceTheOther()
    {
        List<ProfilesEvent> events = [];
        await using var service = await TestService.StartAsync(
            TestProfiles.Many(3),
            configureClient: options =>
            {
                options.Observer += _ => throw new FormatException();
                options.Observer += events.Add;
                (options.MaxRetries, options.TimeProvider) = (1, new JumpingClock());
            }
        );
        service.Emulator.FailFirst(1, EmulatorResponse.Error(500, "api_error", "No."));

        Assert.Equal(3, await service.Query().CountAsync());

        Type[] one = [typeof(CallbackFailedEvent)];
        Assert.Equal(
            [
                .. one,
                typeof(RequestCompletedEvent),
                .. one,
                typeof(RetryScheduledEvent),
                .. one,
                typeof(RequestCompletedEvent),
                .. one,
                typeof(QueryCompletedEvent),
            ],
            events.Select(it => it.GetType())
        );
    }

    [Fact]
    public async Task Progress_ChangesNoResult()
    {
        List<ProfilesEvent> events = [];
        await using var service = await TestService.StartAsync(
            TestProfiles.Many(3),
            configureClient: options => options.Observer = events.Add
        );
        var query = service.Query().WithPageSize(1).WithProgress(new Throwing<QueryProgress>());

        Assert.Equal(3, (await query.ToListAsync()).Count);
        Assert.Equal(3, await query.CountAsync());
        Assert.Equal(
            2,
            (
                await service.Query().Take(2).ExecuteDeleteAsync(new() { Progress = new Throwing<BulkWriteProgress>() })
            ).Written
        );

        Assert.Single(service.Emulator.Profiles);
        var failed = events.OfType<CallbackFailedEvent>().Select(it => it.Callback).ToList();
        Assert.Equal(8, failed.Count);
        Assert.Equal("Progress", Assert.Single(failed.Distinct()));
    }

    [Fact]
    public async Task ProgressOverObjectsInMemory_ChangesNoResult()
    {
        var query = ProfileQuery.FromItems(TestProfiles.Many(3)).WithProgress(new Throwing<QueryProgress>());

        Assert.Equal(3, (await query.ToListAsync()).Count);
    }

    /// <summary>.NET's own source calls its listeners within the transport, where the answer is lost with what they
    /// throw.</summary>
    [Fact]
    public async Task ListenerOfHttpClient_GivesACreateAnUnknownOutcome()
    {
        await using var service = await TestService.StartAsync(0);
        using var listening = Listen(
            new() { Sample = All, ActivityStopped = _ => throw new FormatException() },
            "System.Net.Http"
        );

        var failure = await Assert.ThrowsAsync<ProfilesUnknownOutcomeException>(() =>
            service.Client.CreateAsync(new() { Name = "Ada" })
        );

        Assert.IsType<FormatException>(failure.InnerException!.InnerException);
    }

    private static async Task AssertSameAsync(Action<ProfilesClientOptions> configure) =>
        Assert.Equal(await RunAsync(_ => { }), await RunAsync(configure));

    /// <summary>What the calls give, what they leave behind, and what they sent.</summary>
    private static async Task<IReadOnlyList<object?>> RunAsync(Action<ProfilesClientOptions> configure)
    {
        await using var service = await TestService.StartAsync(
            TestProfiles.Many(3),
            configureClient: options =>
            {
                (options.MaxRetries, options.TimeProvider) = (1, new JumpingClock());
                configure(options);
            }
        );
        service.Emulator.FailFirst(1, EmulatorResponse.Error(500, "api_error", "No."));
        List<object?> results = [];
        foreach (var call in Calls)
            results.Add(await call(service.Client));
        results.AddRange(service.Emulator.Profiles.Select(p => p.Name).Order());
        results.AddRange(service.Emulator.Requests.Select(request => request.Method));
        return results;
    }

    private static ActivitySamplingResult All(ref ActivityCreationOptions<ActivityContext> _) =>
        ActivitySamplingResult.AllDataAndRecorded;

    private static ActivityListener Listen(ActivityListener listener, string name = "FluentProfiles")
    {
        listener.ShouldListenTo = source => source.Name == name;
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static MeterListener ListenToMetrics()
    {
        MeterListener listener = new()
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "FluentProfiles")
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, _, _) => throw new FormatException());
        listener.Start();
        return listener;
    }

    private sealed class Throwing<T> : IProgress<T>
    {
        public void Report(T value) => throw new FormatException();
    }
}
