using FluentProfiles.Mirror.Model.Columns;

namespace FluentProfiles.Mirror.Tests.Model.Columns;

public sealed class MicrosecondsTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(19, 1)]
    [InlineData(-1, -1)]
    [InlineData(-10, -1)]
    [InlineData(-11, -2)]
    public void ATime_IsRoundedDown(long ticks, long microseconds)
    {
        var time = new DateTimeOffset(DateTimeOffset.UnixEpoch.Ticks + ticks, TimeSpan.Zero).ToOffset(
            TimeSpan.FromHours(2)
        );

        Assert.Equal(microseconds, Microseconds.Of(time));
        Assert.Equal(Microseconds.ToTime(microseconds), Microseconds.Floor(time));
    }

    [Fact]
    public void TheFirstAndLastTime_AreReadBack()
    {
        Assert.Equal(DateTimeOffset.MinValue, Microseconds.Floor(DateTimeOffset.MinValue));
        Assert.Equal(DateTimeOffset.MaxValue.AddTicks(-9), Microseconds.Floor(DateTimeOffset.MaxValue));
    }
}
