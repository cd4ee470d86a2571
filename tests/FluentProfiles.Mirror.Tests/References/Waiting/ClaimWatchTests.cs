using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Model.References;
using FluentProfiles.Mirror.References.Waiting;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Mirror.Tests.References.Waiting;

public sealed class ClaimWatchTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly ReferenceTimes Times = ReferenceTimes.Default;

    private readonly FakeTimeProvider clock = new();
    private readonly ClaimWatch watch;

    public ClaimWatchTests() => watch = new(Times, clock);

    [Fact]
    public void AClaim_EndsAtItsEnd()
    {
        var claim = Claim(left: 10);

        Assert.False(watch.HasEnded(claim, Now));
        clock.Advance(TimeSpan.FromSeconds(10));
        Assert.True(watch.HasEnded(claim, Now.AddSeconds(10)));
    }

    [Fact]
    public void AClockThatIsSetForward_EndsNoClaim()
    {
        var claim = Claim(left: 10);
        Assert.False(watch.HasEnded(claim, Now));

        clock.Advance(TimeSpan.FromSeconds(9));
        Assert.False(watch.HasEnded(claim, Now + Hour));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(watch.HasEnded(claim, Now + Hour));
    }

    [Fact]
    public void AClaimThatIsFirstSeenAfterItsEnd_IsLeftAloneForAShortTime()
    {
        var claim = Claim(left: -3600);

        Assert.False(watch.HasEnded(claim, Now));
        clock.Advance(Times.Patience);
        Assert.True(watch.HasEnded(claim, Now));
    }

    [Fact]
    public void AClaimOfAnotherProcess_HasATimeOfItsOwn()
    {
        Assert.False(watch.HasEnded(Claim(left: 10), Now));
        clock.Advance(TimeSpan.FromSeconds(10));
        var next = Claim(left: 20);
        next.Owner = "a third one";

        Assert.False(watch.HasEnded(next, Now.AddSeconds(10)));
        Assert.False(watch.HasEnded(next, Now + Hour));
        clock.Advance(TimeSpan.FromSeconds(10));
        Assert.True(watch.HasEnded(next, Now.AddSeconds(20)));
    }

    [Fact]
    public void ACreateOfTheCallItself_HasItsWholeTimeThoughTheClockWasSetBeforeItIsSeen()
    {
        watch.NoteOwn(clock.GetTimestamp());
        var claim = Claim(left: 120);

        Assert.False(watch.HasEnded(claim, Now + Hour));
        clock.Advance(Times.Window - TimeSpan.FromSeconds(1));
        Assert.False(watch.HasEnded(claim, Now + Hour));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(watch.HasEnded(claim, Now + Hour));
    }

    private static MirrorClaim Claim(double left) =>
        new()
        {
            Owner = "another",
            State = MirrorClaimState.Sent,
            SentAt = Now,
            ExpiresAt = Now.AddSeconds(left),
        };
}
