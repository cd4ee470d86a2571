using System.Globalization;
using System.Text;
using CsCheck;
using FluentProfiles.Json.Values;

namespace FluentProfiles.Tests.Json.Values;

public sealed class Rfc3339Tests
{
    [Theory]
    [InlineData("2026-10-31T23:54:20Z", 0)]
    [InlineData("2026-10-31T23:54:20.5Z", 5_000_000)]
    [InlineData("2026-10-31T23:54:20.566072Z", 5_660_720)]
    [InlineData("2026-10-31T23:54:20.0000001Z", 1)]
    [InlineData("2026-10-31T23:54:20.12345678Z", 1_234_567)]
    [InlineData("2026-10-31T23:54:20.99999999999999999999999999Z", 9_999_999)]
    [InlineData("2026-10-31t23:54:20Z", 0)]
    [InlineData("2026-10-31T23:54:20z", 0)]
    [InlineData("2026-10-31t23:54:20.5z", 5_000_000)]
    [InlineData("2026-10-31 23:54:20Z", 0)]
    [InlineData("2026-10-31T23:54:20+00:00", 0)]
    [InlineData("2026-10-31T23:54:20-00:00", 0)]
    [InlineData("2026-11-01T23:53:20+23:59", 0)]
    [InlineData("2026-10-30T23:55:20-23:59", 0)]
    public void UtcForm_IsReadToTheTick(string text, int ticks)
    {
        Assert.True(Rfc3339.TryParse(Encoding.UTF8.GetBytes(text), out var time));

        Assert.Equal(new DateTimeOffset(2026, 10, 31, 23, 54, 20, TimeSpan.Zero).AddTicks(ticks), time);
        Assert.Equal(TimeSpan.Zero, time.Offset);
    }

    [Theory]
    [InlineData("2026-10-31T23:54:20+02:00", 120)]
    [InlineData("2026-10-31T23:54:20.25-05:30", -330)]
    [InlineData("2026-10-31T23:54:20+14:00", 840)]
    public void Offset_IsKept(string text, int minutes)
    {
        Assert.True(Rfc3339.TryParse(Encoding.UTF8.GetBytes(text), out var time));

        Assert.Equal(TimeSpan.FromMinutes(minutes), time.Offset);
        Assert.Equal(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture), time);
    }

    [Theory]
    [InlineData("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z")]
    [InlineData("2016-12-31T23:59:60.9999999Z", "2017-01-01T00:00:00Z")]
    [InlineData("2016-12-31T15:59:60-08:00", "2017-01-01T00:00:00Z")]
    [InlineData("2016-12-31t23:59:60.5z", "2017-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:60+00:01", "9999-12-31T23:59:00Z")]
    public void LeapSecond_IsTheStartOfTheNextMinute(string text, string expected)
    {
        Assert.True(Rfc3339.TryParse(Encoding.UTF8.GetBytes(text), out var time));

        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), time);
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00-14:00")]
    [InlineData("0001-01-01T14:00:00+14:00")]
    [InlineData("9999-12-31T23:59:59.9999999Z")]
    [InlineData("9999-12-31T23:59:59.9999999+14:00")]
    public void FirstAndLastInstant_AreRead(string text)
    {
        Assert.True(Rfc3339.TryParse(Encoding.UTF8.GetBytes(text), out var time));

        Assert.Equal(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture), time);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-10-31")]
    [InlineData("2026-10-31T23:54Z")]
    [InlineData("2026-10-31T23:54:20")]
    [InlineData("2026-10-31T23:54:20.5")]
    [InlineData("2026-10-31T23:54:20.")]
    [InlineData("2026-10-31T23:54:20.Z")]
    [InlineData("2026-10-31T23:54:20.+00:00")]
    [InlineData("2026-10-31T23:54:20.1x3Z")]
    [InlineData("2026-10-31T23:54:20,5Z")]
    [InlineData("2026-10-31T23:54:20ZZ")]
    [InlineData("2026-10-31T23:54:20Z ")]
    [InlineData(" 2026-10-31T23:54:20Z")]
    [InlineData("2026-10-31_23:54:20Z")]
    [InlineData("2026-10-31T23:54:20+00")]
    [InlineData("2026-10-31T23:54:20+0000")]
    [InlineData("2026-10-31T23:54:20+24:00")]
    [InlineData("2026-10-31T23:54:20+00:60")]
    [InlineData("2026-10-31T23:54:20+x1:00")]
    [InlineData("2026-10-31T23:54:20+01:x0")]
    [InlineData("2026-10-31T23:54:20*01:00")]
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
    [InlineData("0001-01-01T00:00:00+00:01")]
    [InlineData("9999-12-31T23:59:59-00:01")]
    [InlineData("9999-12-31T23:59:60Z")]
    [InlineData("2026-00-31T23:54:20Z")]
    [InlineData("2026-13-31T23:54:20Z")]
    [InlineData("2026-10-00T23:54:20Z")]
    [InlineData("2026-02-29T23:54:20Z")]
    [InlineData("2026-10-31T24:00:00Z")]
    [InlineData("2026-10-31T23:60:00Z")]
    [InlineData("2026-10-31T23:59:61Z")]
    public void AnyOtherText_IsNone(string text) => Assert.False(Rfc3339.TryParse(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void EveryInstant_IsReadAsDotNetWroteIt() =>
        Gen.Select(Gen.DateTime, Gen.Int[0, 7], Gen.OneOf("Z", "z", "+00:00", "-00:00", "+01:30", "-09:00"))
            .Sample(
                (instant, digits, offset) =>
                {
                    var utc = DateTime.SpecifyKind(instant, DateTimeKind.Utc);
                    var format = "yyyy-MM-ddTHH:mm:ss" + (digits == 0 ? "" : "." + new string('f', digits));
                    var text = utc.ToString(format, CultureInfo.InvariantCulture) + offset;
                    var isValid = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var expected);

                    return Rfc3339.TryParse(Encoding.UTF8.GetBytes(text), out var read) == isValid
                        && (!isValid || read == expected && read.Offset == expected.Offset);
                },
                iter: 10_000
            );

    [Fact]
    public void AnyBytes_AreReadOrNone() =>
        Gen.Select(Gen.Int[0, 40], Gen.String[Gen.Char["0123456789-:.+TtZz \u00fc"], 0, 40])
            .Sample(
                (kept, noise) =>
                {
                    var usual = "2026-10-31T23:54:20.123456+01:00";
                    var text = usual[..Math.Min(kept, usual.Length)] + noise;
                    var isRead = Rfc3339.TryParse(Encoding.UTF8.GetBytes(text), out var time);

                    return isRead || time == default;
                },
                iter: 10_000
            );
}
