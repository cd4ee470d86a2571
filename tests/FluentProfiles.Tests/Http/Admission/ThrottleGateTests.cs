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

    public ThrottleGateTests() => gate = new(clock, new());

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
    public async Task OpenedAgain_LetsFourInAndTwoMoreForEachSuccessTheOldestFirst()
    {
        await RefuseAsync(20);
        await EnterAsync(9, 7, 3, 5, 1, 8, 2, 4, 6);

        clock.Advance(Second);
        await AssertEnteredAsync(1, 2, 3, 4);
        gate.Exit(isAccepted: true);
        await AssertEnteredAsync(1, 2, 3, 4, 5, 6);
        gate.Exit(isAccepted: true);
        await AssertEnteredAsync(1, 2, 3, 4, 5, 6, 7, 8);
        gate.Exit(isAccepted: true);
        await AssertEnteredAsync(1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    [Fact]
    public async Task HalfOfWhatWasRefusedIsInside_LetsInOneMoreOnlyWhenAsManyHaveSucceeded()
    {
        await RefuseAsync(10);
        await EnterAsync([.. Enumerable.Range(1, 20)]);
        clock.Advance(Second);
        await AssertEnteredAsync(1, 2, 3, 4);

        gate.Exit(isAccepted: true);
        await AssertEnteredAsync([.. Enumerable.Range(1, 6)]);
        for (var successes = 1; successes < 5; successes++)
        {
            gate.Exit(isAccepted: true);
            await AssertEnteredAsync([.. Enumerable.Range(1, 6 + successes)]);
        }
        gate.Exit(isAccepted: true);

        await AssertEnteredAsync([.. Enumerable.Range(1, 12)]);
    }

    [Fact]
    public async Task Failure_LetsTheNextInAndNoMore()
    {
        gate.Close(Second);
        await EnterAsync(1, 2, 3, 4, 5, 6);
        clock.Advance(Second);

        gate.Exit(isAccepted: false);

        await AssertEnteredAsync(1, 2, 3, 4, 5);
    }

    [Fact]
    public async Task NoAnswers_LetsFourMoreInEachSecond()
    {
        gate.Close(Second);
        await EnterAsync([.. Enumerable.Range(1, 14)]);

        clock.Advance(Second);
        await AssertEnteredAsync(1, 2, 3, 4);
        clock.Advance(Second - TimeSpan.FromMilliseconds(1));
        await AssertEnteredAsync(1, 2, 3, 4);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        await AssertEnteredAsync(1, 2, 3, 4, 5, 6, 7, 8);
        clock.Advance(Second);
        await AssertEnteredAsync(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    }

    [Fact]
    public async Task NobodyHasWaitedForASecond_LetsEverybodyIn()
    {
        await RefuseAsync(20);
        await EnterAsync(1);
        clock.Advance(Second);
        await AssertEnteredAsync(1);

        // Too soon: others may be on their way back.
        gate.Exit(isAccepted: true);
        await EnterAsync(2, 3, 4, 5, 6, 7);
        await AssertEnteredAsync(1, 2, 3, 4, 5, 6);
        gate.Exit(isAccepted: true);
        await AssertEnteredAsync(1, 2, 3, 4, 5, 6, 7);
        clock.Advance(Second);
        gate.Exit(isAccepted: true);
        await EnterAsync([.. Enumerable.Range(8, 90)]);

        await AssertEnteredAsync([.. Enumerable.Range(1, 97)]);
    }

    [Theory]
    [InlineData(1, 3, 3)]
    [InlineData(3, 1, 3)]
    [InlineData(2, 2, 2)]
    public async Task ClosedTwice_StaysClosedUntilTheLaterTimeIsUp(int first, int second, int seconds)
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
    public async Task ClosedWhileSomeAreInside_DoesNotWaitForThem()
    {
        await EnterAsync([.. Enumerable.Range(1, 20)]);
        gate.Close(Second);
        await EnterAsync(21, 22, 23, 24, 25, 26);

        clock.Advance(Second);
        await AssertEnteredAsync([.. Enumerable.Range(1, 24)]);
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
        await AssertEnteredAsync(2, 3);
    }

    /// <summary>So many enter and are refused; the gate closes for a second.</summary>
    private async Task RefuseAsync(int attempts)
    {
        await EnterAsync([.. Enumerable.Range(1, attempts)]);
        gate.Close(Second);
        for (var attempt = 0; attempt < attempts; attempt++)
            gate.Exit(isAccepted: false);
        await AssertEnteredAsync([.. Enumerable.Range(1, attempts)]);
        lock (entered)
            entered.Clear();
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
