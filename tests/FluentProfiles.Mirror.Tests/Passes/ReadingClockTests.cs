using FluentProfiles.Mirror.Passes;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Mirror.Tests.Passes;

public sealed class ReadingClockTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void AClockThatStandsStill_GivesLaterMoments()
    {
        ReadingClock readings = new(new FakeTimeProvider(Now));

        Assert.Equal(
            [Now, Now.AddMicroseconds(1), Now.AddMicroseconds(2)],
            [readings.Next(), readings.Next(), readings.Next()]
        );
    }

    [Fact]
    public void AMomentOfAnotherProcess_ComesBeforeTheNext()
    {
        ReadingClock readings = new(new FakeTimeProvider(Now));

        readings.NoteGiven(Now.AddHours(1));
        readings.NoteGiven(Now.AddMinutes(1));

        Assert.Equal(Now.AddHours(1).AddMicroseconds(1), readings.Next());
    }

    [Fact]
    public async Task MomentsOfManyThreads_AreEachAnother()
    {
        ReadingClock readings = new(new FakeTimeProvider(Now));

        var moments = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ => Task.Run(() => Enumerable.Range(0, 1_000).Select(_ => readings.Next()).ToList()))
        );

        Assert.Equal(4_000, moments.SelectMany(some => some).Distinct().Count());
    }
}
