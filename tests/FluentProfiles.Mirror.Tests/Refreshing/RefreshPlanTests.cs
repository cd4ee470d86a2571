using FluentProfiles.Mirror.Refreshing;

namespace FluentProfiles.Mirror.Tests.Refreshing;

public sealed class RefreshPlanTests
{
    [Fact]
    public void TwoHundredThousandProfiles_HaveTheUsualIntervals()
    {
        var plan = RefreshPlan.Of(200_000, 20_000, 10_000);

        Assert.Equal(TimeSpan.FromMinutes(1), plan.IntervalOf(MirrorPassKind.New));
        Assert.Equal(TimeSpan.FromHours(1), plan.IntervalOf(MirrorPassKind.Statuses));
        Assert.Equal(TimeSpan.FromDays(1), plan.IntervalOf(MirrorPassKind.Full));
        Assert.Equal(1_440 + 24 * 200 + 2_000, plan.RequestsPerDay);
        Assert.Equal(
            "about 8,240 requests a day: Full every 1.00:00:00 with 2,000 each, New every 0.00:01:00 with 1 each, Statuses every 0.01:00:00 with 200 each",
            plan.ToString()
        );
    }

    [Fact]
    public void AMillionProfiles_AreReadLessOften()
    {
        var plan = RefreshPlan.Of(1_000_000, 100_000, 10_000);

        Assert.Equal((1_440 + 24 * 1_000 + 10_000) / 10_000d, plan.Factor);
        Assert.Equal(TimeSpan.FromDays(3.544), plan.IntervalOf(MirrorPassKind.Full));
        Assert.Equal(10_000, plan.RequestsPerDay, 0.001);
    }

    [Fact]
    public void AnEmptyMirror_CostsARequestAPass()
    {
        var plan = RefreshPlan.Of(0, 0, 10_000);

        Assert.Equal(1_440 + 24 + 1, plan.RequestsPerDay);
    }
}
