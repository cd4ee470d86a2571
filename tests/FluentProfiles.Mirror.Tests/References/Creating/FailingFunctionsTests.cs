using FluentProfiles.Mirror.References.Flights;
using FluentProfiles.Mirror.Tests.Databases;

namespace FluentProfiles.Mirror.Tests.References.Creating;

/// <summary>The functions of some callers of an unknown reference fail.</summary>
public sealed class FailingFunctionsTests
{
    private const string List = "/v1/user_profiles?limit=100";
    private const string Create = "/v1/user_profiles";

    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    private readonly SleepingClock clock = new();
    private readonly TaskCompletionSource go = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task FunctionsThatFail_ShareOneLookWithTheOneThatDoesNot()
    {
        await using var service = await StartAsync();
        var failing = Enumerable.Range(0, 100).Select(number => Call(service, () => Fail(number))).ToList();
        var right = Call(service, () => new());
        go.SetResult();

        Assert.True((await right.WaitAsync(Long)).WasCreated);
        for (var number = 0; number < failing.Count; number++)
            Assert.Equal($"{number}", (await FailureOf(failing[number])).Message);
        Assert.Equal([List, Create], service.Requests);
    }

    [Fact]
    public async Task FunctionsThatAllFail_ShareOneLookAndLeaveNoClaim()
    {
        await using var service = await StartAsync();
        var failing = Enumerable.Range(0, 100).Select(number => Call(service, () => Fail(number))).ToList();
        go.SetResult();

        foreach (var call in failing)
            await FailureOf(call);

        Assert.Equal([List], service.Requests);
        Assert.Empty(await service.ClaimsAsync());
        Assert.True((await Call(service, () => new())).WasCreated);
    }

    [Fact]
    public async Task ALookThatHasGrownOld_IsNotShared()
    {
        await using var service = await StartAsync();
        var failing = Call(
            service,
            () =>
            {
                clock.Sleep(Long);
                return Fail(0);
            }
        );
        var right = Call(service, () => new());
        go.SetResult();

        await FailureOf(failing);
        Assert.True((await right.WaitAsync(Long)).WasCreated);
        Assert.Equal([List, List, Create], service.Requests);
    }

    [Fact]
    public async Task ACallerAfterOneThatNeedsNoLook_HasALook()
    {
        await using var service = await StartAsync();
        go.SetResult();
        TaskCompletionSource joined = new();
        CreateRequest sync = new(
            () =>
            {
                joined.Task.Wait();
                return Fail(0);
            },
            service.Mirror.Client
        )
        {
            Looks = false,
        };
        var failing = service.Mirror.References.GetOrCreateAsync("customer-1", sync, default).AsTask();
        var right = Call(service, () => new());
        joined.SetResult();

        await FailureOf(failing);
        Assert.True((await right.WaitAsync(Long)).WasCreated);
        Assert.Equal([List, Create], service.Requests);
    }

    /// <summary>Starts a service whose answers to reads wait, and whose mirror lets a call join a flight at once.</summary>
    private async Task<MirroredService> StartAsync()
    {
        var service = await ReadyService.StartAsync(
            DatabaseKind.Sqlite,
            options => options.ReferenceTimes = ReadyService.Short with { Claim = Long / 2, Trust = Long * 10 },
            options => options.TimeProvider = clock
        );
        await service.Mirror.FindAsync("user-7");
        service.Emulator.BeforeResponse = (request, _) => request.Method == "GET" ? go.Task : Task.CompletedTask;
        return service;
    }

    private static Task<ProfileReference> Call(MirroredService service, Func<NewProfile> create) =>
        service.Mirror.GetOrCreateAsync("customer-1", create).AsTask();

    private static NewProfile Fail(int number) => throw new InvalidOperationException($"{number}");

    private static Task<InvalidOperationException> FailureOf(Task call) =>
        Assert.ThrowsAsync<InvalidOperationException>(() => call.WaitAsync(Long));
}
