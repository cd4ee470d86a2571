using System.Globalization;
using System.Text;
using CsCheck;
using FluentProfiles.Json;

namespace FluentProfiles.Tests.Json;

public sealed class UtcTimestampTests
{
    [Theory]
    [InlineData("2026-10-31T23:54:20Z", 0)]
    [InlineData("2026-10-31T23:54:20.5Z", 5_000_000)]
    [InlineData("2026-10-31T23:54:20.566072Z", 5_660_720)]
    [InlineData("2026-10-31T23:54:20.0000001Z", 1)]
    public void UsualForm_IsReadToTheTick(string text, int ticks)
    {
        Assert.True(UtcTimestamp.TryParse(Encoding.UTF8.GetBytes(text), out var time));

        Assert.Equal(new DateTimeOffset(2026, 10, 31, 23, 54, 20, TimeSpan.Zero).AddTicks(ticks), time);
        Assert.Equal(TimeSpan.Zero, time.Offset);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-10-31")]
    [InlineData("2026-10-31T23:54:20")]
    [InlineData("2026-10-31T23:54:20+00:00")]
    [InlineData("2026-10-31T23:54:20.Z")]
    [InlineData("2026-10-31T23:54:20.12345678Z")]
    [InlineData("2026-10-31T23:54:20.1x3Z")]
    [InlineData("2026-10-31T23:54:20,5Z")]
    [InlineData("2026-10-31t23:54:20Z")]
    [InlineData("2026-10-31T23:54:20z")]
    [InlineData("2026/10-31T23:54:20Z")]
    [InlineData("2026-10/31T23:54:20Z")]
    [InlineData("2026-10-31T23.54:20Z")]
    [InlineData("2026-10-31T23:54.20Z")]
    [InlineData("2o26-10-31T23:54:20Z")]
    [InlineData("2026-1x-31T23:54:20Z")]
    [InlineData("2026-10-3xT23:54:20Z")]
    [InlineData("2026-10-31Tx3:54:20Z")]
    [InlineData("2026-10-31T23:x4:20Z")]
    [InlineData("2026-10-31T23:54:x0Z")]
    [InlineData("0000-10-31T23:54:20Z")]
    [InlineData("2026-00-31T23:54:20Z")]
    [InlineData("2026-13-31T23:54:20Z")]
    [InlineData("2026-10-00T23:54:20Z")]
    [InlineData("2026-02-29T23:54:20Z")]
    [InlineData("2026-10-31T24:00:00Z")]
    [InlineData("2026-10-31T23:60:00Z")]
    [InlineData("2026-10-31T23:59:60Z")]
    public void OtherForm_IsLeftToDotNet(string text) =>
        Assert.False(UtcTimestamp.TryParse(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void EveryInstant_IsReadAsDotNetWroteIt() =>
        Gen.Select(Gen.DateTime, Gen.Int[0, 7])
            .Sample(
                (instant, digits) =>
                {
                    var utc = DateTime.SpecifyKind(instant, DateTimeKind.Utc);
                    var format = "yyyy-MM-ddTHH:mm:ss" + (digits == 0 ? "" : "." + new string('f', digits)) + "'Z'";
                    var text = utc.ToString(format, CultureInfo.InvariantCulture);
                    var expected = DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

                    return UtcTimestamp.TryParse(Encoding.UTF8.GetBytes(text), out var read) && read == expected;
                },
                iter: 10_000
            );
}
