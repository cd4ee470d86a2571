using FluentProfiles.Mirror.Inbox;

namespace FluentProfiles.Mirror.Tests.Inbox;

public sealed class ReadAgainTests
{
    [Theory]
    [InlineData(0, true, false, null)]
    [InlineData(0, true, true, 30)]
    [InlineData(0, false, false, 30)]
    [InlineData(1, true, true, null)]
    [InlineData(1, false, false, 300)]
    [InlineData(2, false, true, null)]
    public void TheWait_FollowsFromTheReadings(int readings, bool differs, bool reasons, int? seconds) =>
        Assert.Equal(seconds, ReadAgain.After(readings, differs, reasons)?.TotalSeconds);

    [Theory]
    [InlineData(-60, 2)]
    [InlineData(0, 2)]
    [InlineData(40, 40)]
    [InlineData(4_000, 300)]
    public void TheWaitAfterAFailure_IsTheWaitSoFar(int waited, int wait) =>
        Assert.Equal(wait, ReadAgain.AfterFailure(TimeSpan.FromSeconds(waited)).TotalSeconds);
}
