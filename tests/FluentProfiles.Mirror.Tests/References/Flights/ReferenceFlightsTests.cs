using FluentProfiles.Mirror.References.Flights;

namespace FluentProfiles.Mirror.Tests.References.Flights;

public sealed class ReferenceFlightsTests
{
    private readonly AsyncLocal<string?> ambient = new();

    [Fact]
    public async Task CallersOfOneReference_ShareAFlight()
    {
        TaskCompletionSource go = new();
        var runs = 0;
        ReferenceFlights flights = new(
            async (flight, _) =>
            {
                runs++;
                await go.Task;
                flight.ChooseCreator();
                return new(flight.Reference, "uprof_1") { WasCreated = true };
            },
            default
        );

        var calls = Enumerable.Range(0, 5).Select(_ => flights.JoinAsync("a", Request(), default)).ToArray();
        go.SetResult();
        var found = await Task.WhenAll(calls);

        Assert.Equal(1, runs);
        Assert.Equal([true, false, false, false, false], found.Select(one => one.WasCreated));
    }

    [Fact]
    public async Task ACreatorThatLeavesDuringItsCreate_LeavesWasCreatedToAnother()
    {
        TaskCompletionSource joined = new(),
            chosen = new(),
            created = new();
        using CancellationTokenSource caller = new();
        ReferenceFlights flights = new(
            async (flight, _) =>
            {
                await joined.Task;
                flight.ChooseCreator();
                chosen.SetResult();
                await created.Task;
                return new(flight.Reference, "uprof_1") { WasCreated = true };
            },
            default
        );

        var first = flights.JoinAsync("a", Request(), caller.Token);
        var others = Enumerable.Range(0, 3).Select(_ => flights.JoinAsync("a", Request(), default)).ToArray();
        joined.SetResult();
        await chosen.Task;
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        created.SetResult();
        var found = await Task.WhenAll(others);

        Assert.Equal([true, false, false], found.Select(one => one.WasCreated));
    }

    [Fact]
    public async Task AFlightThatAllHaveLeft_IsCancelledAndBegunAnew()
    {
        using CancellationTokenSource caller = new();
        var runs = 0;
        ReferenceFlights flights = new(
            async (flight, token) =>
            {
                if (Interlocked.Increment(ref runs) == 1)
                    await Task.Delay(Timeout.Infinite, token);
                return new(flight.Reference, "uprof_1");
            },
            default
        );

        var left = flights.JoinAsync("a", Request(), caller.Token);
        await caller.CancelAsync();
        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        await flights.JoinAsync("a", Request(), default);

        Assert.Equal(caller.Token, cancelled.CancellationToken);
        Assert.InRange(runs, 1, 2);
    }

    [Fact]
    public async Task AFailureThatNobodyWaitsFor_IsObserved()
    {
        using UnobservedFailures<LateFlightException> failures = new();

        await FailLateAsync();

        Assert.Equal(0, failures.Count());
    }

    [Fact]
    public async Task AFlightOfAMirrorThatIsDisposed_EndsForItsCallers()
    {
        using CancellationTokenSource stop = new();
        ReferenceFlights flights = new(
            async (flight, token) =>
            {
                await Task.Delay(Timeout.Infinite, token);
                return new(flight.Reference, "uprof_1");
            },
            stop.Token
        );

        var call = flights.JoinAsync("a", Request(), default);
        await stop.CancelAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => call);
        await flights.EndedAsync();
    }

    [Fact]
    public async Task AFunction_RunsInTheContextOfItsCaller()
    {
        string? seen = null;
        string? flown = "not looked";
        ReferenceFlights flights = new(
            (flight, _) =>
            {
                flown = ambient.Value;
                flight.ChooseCreator().TryDescribe(profile => profile!, out NewProfile? _);
                return Task.FromResult(new ProfileReference(flight.Reference, "uprof_1"));
            },
            default
        );
        ambient.Value = "of the caller";

        await flights.JoinAsync("a", Request(() => seen = ambient.Value), default);

        Assert.Equal(("of the caller", null), (seen, flown));
    }

    private static async Task FailLateAsync()
    {
        TaskCompletionSource go = new();
        using CancellationTokenSource caller = new();
        var runs = 0;
        ReferenceFlights flights = new(
            async (flight, _) =>
            {
                if (runs++ > 0)
                    return new(flight.Reference, "uprof_1");
                await go.Task;
                throw new LateFlightException();
            },
            default
        );
        var left = flights.JoinAsync("a", Request(), caller.Token);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        go.SetResult();
        // The next flight begins when the first one has ended.
        await flights.JoinAsync("a", Request(), default);
    }

    private static CreateRequest Request(Action? called = null) =>
        new(
            () =>
            {
                called?.Invoke();
                return new();
            },
            null!
        );

    private sealed class LateFlightException : Exception;
}
