using System.Diagnostics;
using FluentProfiles.Mirror.Leasing;

namespace FluentProfiles.Mirror.Tests.Leasing;

public sealed class LeaseDeadlineTests
{
    private static readonly LeaseTiming Timing = new(TimeSpan.FromMinutes(1));
    private readonly LeaseDeadline deadline = new(Timing);

    [Fact]
    public void ALeaseThatWasRenewedInTime_NeedsNoWait()
    {
        deadline.Extend(Ago(Timing.Length - (2 * Timing.Margin)));

        Assert.False(deadline.HasPassed);
        Assert.True(deadline.WaitAsync(default).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task BeforeALeaseEnds_WaitsBeginAndEndWithItsRenewal()
    {
        deadline.Extend(Ago(Timing.Length - (Timing.Margin / 2)));
        var wait = deadline.WaitAsync(default);
        Assert.True(deadline.HasPassed);
        Assert.False(wait.IsCompleted);

        deadline.Extend(Ago(Timing.Length));
        Assert.True(deadline.HasPassed);
        deadline.Extend(Ago(TimeSpan.Zero));

        await wait;
        Assert.False(deadline.HasPassed);
    }

    [Fact]
    public async Task ATransaction_HoldsItOff()
    {
        deadline.Extend(Ago(Timing.Length));
        var wait = deadline.WaitAsync(default);

        using (deadline.Suspend())
        {
            await wait;
            Assert.False(deadline.HasPassed);
        }

        Assert.True(deadline.HasPassed);
    }

    [Fact]
    public void AnOlderRenewal_ChangesNothing()
    {
        deadline.Extend(Ago(TimeSpan.Zero));

        deadline.Extend(Ago(Timing.Length));

        Assert.False(deadline.HasPassed);
    }

    [Fact]
    public async Task AWait_CanBeCancelled()
    {
        deadline.Extend(Ago(Timing.Length));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => deadline.WaitAsync(new(canceled: true)));
    }

    private static long Ago(TimeSpan time) =>
        Stopwatch.GetTimestamp() - (long)(time.TotalSeconds * Stopwatch.Frequency);
}
