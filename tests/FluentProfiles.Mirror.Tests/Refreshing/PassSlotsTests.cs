using FluentProfiles.Mirror.Refreshing;
using FluentProfiles.Mirror.Storing;

namespace FluentProfiles.Mirror.Tests.Refreshing;

public sealed class PassSlotsTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly DateTimeOffset Midnight = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);

    // Slots are at one o'clock.
    private readonly PassSlots slots = new(Day, (ulong)TimeSpan.TicksPerHour);

    [Fact]
    public void WithoutAPass_IsDueNow() => Assert.Equal(Midnight, slots.DueAfter(null, Midnight));

    [Fact]
    public void TheNextPass_IsDueAtTheNextSlot() =>
        Assert.Equal(Midnight.AddHours(25), slots.DueAfter(Midnight.AddHours(1), Midnight.AddHours(2)));

    [Fact]
    public void AFirstLoadJustBeforeASlot_LeavesItOut() =>
        Assert.Equal(Midnight.AddHours(25), slots.DueAfter(Midnight.AddMinutes(59), Midnight.AddHours(2)));

    [Fact]
    public void AfterADowntime_IsDueSinceTheSlotThatPassed() =>
        Assert.Equal(Midnight.AddHours(25), slots.DueAfter(Midnight.AddHours(1), Midnight.AddDays(9)));

    [Fact]
    public void AStartInTheFuture_IsOfAWrongClockAndDueNow() =>
        Assert.Equal(Midnight, slots.DueAfter(Midnight.AddYears(1), Midnight));

    [Fact]
    public void Scopes_HaveSlotsOfTheirOwn()
    {
        var times = Enumerable
            .Range(0, 100)
            .Select(number => new ScopeName("https://api.example", $"wrkspc_{number}").Spread)
            .Select(spread => new PassSlots(Day, spread).DueAfter(Midnight, Midnight).TimeOfDay)
            .ToList();

        Assert.Equal(100, times.Distinct().Count());
        Assert.InRange(times.Count(time => time < TimeSpan.FromHours(12)), 30, 70);
    }
}
