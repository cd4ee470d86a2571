using FluentProfiles.Mirror.Storing.Moments;

namespace FluentProfiles.Mirror.Tests.Storing.Moments;

public sealed class SeenMomentTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void AnEarlierMoment_StaysUnnoted()
    {
        SeenMoment seen = new();
        Assert.Equal(DateTimeOffset.UnixEpoch, seen.Latest);

        seen.Note(Now);
        seen.Note(Now.AddMicroseconds(-1));
        seen.Note(null);

        Assert.Equal(Now, seen.Latest);
    }

    [Fact]
    public async Task MomentsFromManyThreads_LeaveTheLatest()
    {
        SeenMoment seen = new();

        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(thread =>
                    Task.Run(() =>
                    {
                        for (var i = 0; i < 1_000; i++)
                            seen.Note(Now.AddMicroseconds(4 * i + thread));
                    })
                )
        );

        Assert.Equal(Now.AddMicroseconds(3_999), seen.Latest);
    }
}
