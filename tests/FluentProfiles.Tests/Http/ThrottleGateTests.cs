using FluentProfiles.Http;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Tests.Http;

public sealed class ThrottleGateTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider clock = new();
    private readonly ThrottleGate gate;
    private readonly List<int> entered = [];
    private readonly SemaphoreSlim entering = new(0);

    public ThrottleGateTests() => gate = new(clock);

    [Fact]
    public async Task Open_LetsEverybodyIn()
    {
        await EnterAsync(3, 1, 2);

        await AssertEnteredAsync(3, 1, 2);
    }

    [Fact]
    public async Task Closed_LetsNobodyInUntilTheTimeIsUp()
    {
        gate.Close(2 * Second);
        await EnterAsync(1);

        clock.Advance(2 * Second - TimeSpan.FromTicks(1));
        Assert.True(gate.IsClosed);
        await AssertEnteredAsync();

        clock.Advance(TimeSpan.FromTicks(1));
        Assert.False(gate.IsClosed);
        await AssertEnteredAsync(1);
    }

    [Fact]
    public async Task OpenedAgain_LetsOneMoreInForEachSuccessTheOldestFirst()
    {
        gate.Close(Second);
        await EnterAsync(7, 3, 5, 1, 2, 4, 6);

        clock.Advance(Second);
        await AssertEnteredAsync(1);
        gate.Leave(isTaken: true);
        await AssertEnteredAsync(1, 2, 3);
        gate.Leave(isTaken: true);
        await AssertEnteredAsync(1, 2, 3, 4, 5);
        gate.Leave(isTaken: true);
        await AssertEnteredAsync(1, 2, 3, 4, 5, 6, 7);
    }

    [Fact]
    public async Task Failure_LetsTheNextInAndNoMore()
    {
        gate.Close(Second);
        await EnterAsync(1, 2, 3);
        clock.Advance(Second);

        gate.Leave(isTaken: false);

        await AssertEnteredAsync(1, 2);
    }

    [Fact]
    public async Task NobodyWaitsAnyLonger_LetsEverybodyIn()
    {
        gate.Close(Second);
        await EnterAsync(1);
        clock.Advance(Second);
        await AssertEnteredAsync(1);

        gate.Leave(isTaken: true);
        await EnterAsync(2, 3, 4);

        await AssertEnteredAsync(1, 2, 3, 4);
    }

    [Theory]
    [InlineData(1, 3, 3)]
    [InlineData(3, 1, 3)]
    [InlineData(2, 2, 2)]
    public async Task ClosedTwice_OpensWhenTheLaterTimeIsUp(int first, int second, int seconds)
    {
        gate.Close(first * Second);
        gate.Close(second * Second);
        await EnterAsync(1);

        clock.Advance(seconds * Second - TimeSpan.FromTicks(1));
        await AssertEnteredAsync();
        clock.Advance(TimeSpan.FromTicks(1));
        await AssertEnteredAsync(1);
    }

    [Fact]
    public async Task ClosedAgainWhileSomeAreInside_WaitsForThemAndBeginsAnew()
    {
        await EnterAsync(1, 2);
        gate.Close(Second);
        await EnterAsync(3);

        clock.Advance(Second);
        await AssertEnteredAsync(1, 2);
        gate.Leave(isTaken: false);
        await AssertEnteredAsync(1, 2);
        gate.Leave(isTaken: false);
        await AssertEnteredAsync(1, 2, 3);
    }

    [Fact]
    public async Task CancelledWhileWaiting_LeavesThePlaceToTheNext()
    {
        using CancellationTokenSource stop = new();
        gate.Close(Second);
        var cancelled = gate.EnterAsync(1, stop.Token).AsTask();
        await EnterAsync(2, 3);

        await stop.CancelAsync();
        var failure = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        clock.Advance(Second);

        Assert.Equal(stop.Token, failure.CancellationToken);
        await AssertEnteredAsync(2);
    }

    [Fact]
    public async Task NoTime_IsOpenAtOnceForOne()
    {
        gate.Close(TimeSpan.Zero);
        await EnterAsync(1, 2);
        clock.Advance(TimeSpan.Zero);

        await AssertEnteredAsync(1);
    }

    private async Task EnterAsync(params int[] tickets)
    {
        foreach (var ticket in tickets)
            _ = NoteAsync(gate.EnterAsync(ticket, default), ticket);
        await Task.Yield();
    }

    private async Task NoteAsync(ValueTask turn, int ticket)
    {
        await turn;
        lock (entered)
            entered.Add(ticket);
        entering.Release();
    }

    /// <summary>Exactly these have entered so far, in whatever order they ran on.</summary>
    private async Task AssertEnteredAsync(params int[] tickets)
    {
        while (EnteredCount() < tickets.Length)
            Assert.True(await entering.WaitAsync(TimeSpan.FromSeconds(20)), "Nobody else was let in.");
        lock (entered)
            Assert.Equal(tickets.Order(), entered.Order());
    }

    private int EnteredCount()
    {
        lock (entered)
            return entered.Count;
    }
}
