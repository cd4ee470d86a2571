using FluentProfiles.Mirror.Leasing;

namespace FluentProfiles.Mirror.Tests.Leasing;

public sealed class LeaseWatchTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);
    private static readonly LeaseTiming Timing = LeaseTiming.Default;

    [Theory]
    [InlineData(5, false)]
    [InlineData(0, true)]
    [InlineData(-5, true)]
    [InlineData(3600, false)]
    public void ALease_HasEndedAtItsEnd(int left, bool hasEnded) =>
        Assert.Equal(hasEnded, new LeaseWatch(Timing).HasEnded(State(left)));

    [Fact]
    public void AReleasedLease_HasEnded() =>
        Assert.True(new LeaseWatch(Timing).HasEnded(new(null, 3, null, null, Now)));

    [Theory]
    [InlineData(1, 5, false)]
    [InlineData(1, 6, true)]
    [InlineData(2, 5, true)]
    public void AHolder_IsAliveWhenTheLeaseIsRenewedOrTakenAnew(long term, int left, bool isAlive)
    {
        LeaseWatch watch = new(Timing);
        watch.Note(State(5));
        Assert.False(watch.IsAlive);

        watch.Note(State(left) with { Term = term });

        Assert.Equal(isAlive, watch.IsAlive);
    }

    [Theory]
    [InlineData(5, 1)]
    [InlineData(0.25, 0.25)]
    [InlineData(-1, 1)]
    public void TheNextLook_IsAfterASecondOrAtTheEndOfTheLease(double left, double seconds)
    {
        LeaseWatch watch = new(Timing);
        watch.Note(State(left));

        Assert.Equal(TimeSpan.FromSeconds(seconds), watch.NextLook);
    }

    [Fact]
    public void ALeaseThatHasEnded_IsLeftToItsHolderForTheTimeOfALook()
    {
        LeaseWatch watch = new(Timing);
        Assert.False(watch.MayTake(State(-1)));

        watch.NoteNotTaken(State(-1));

        Assert.True(watch.MayTake(State(-1)));
        // It has renewed the lease meanwhile, and could not do it again.
        Assert.False(watch.MayTake(State(-0.5)));
    }

    [Fact]
    public void ALeaseThatEndsAfterALook_IsLeftToItsHolderToo()
    {
        LeaseWatch watch = new(Timing);
        watch.NoteNotTaken(State(1));

        Assert.False(watch.MayTake(State(1) with { Now = Now.AddSeconds(2) }));
    }

    [Fact]
    public void AReleasedLease_CanBeTakenAtOnce() =>
        Assert.True(new LeaseWatch(Timing).MayTake(new(null, 3, null, null, Now)));

    [Fact]
    public void AnotherProcess_TakesOverWithinTenSeconds()
    {
        var idle = TimeSpan.FromSeconds(2);

        // After the lease, a look that leaves it to its holder, and one that takes it.
        Assert.True(Timing.Length + (2 * Timing.LookEvery) <= TimeSpan.FromSeconds(10));
        Assert.True(idle + Timing.LookEvery < Timing.Length);
        Assert.True(Timing.RenewalEvery + Timing.Margin < Timing.Length);
    }

    private static LeaseState State(double left) => new("other", 1, Now.AddHours(-1), Now.AddSeconds(left), Now);
}
