using System.Globalization;
using System.Text;

namespace FluentProfiles.Tests.Webhooks;

public sealed class WebhookTimestampTests
{
    private static readonly SignedMessage Message = SignedMessage.Of();

    [Theory]
    [InlineData(0)]
    [InlineData(299.9)]
    [InlineData(300)]
    [InlineData(-300)]
    public void WithinFiveMinutes_IsAccepted(double age) =>
        Assert.Equal("wevt_1", Message.VerifyBy(SignedMessage.Verifier(age)).Id);

    [Theory]
    [InlineData(300.001, WebhookVerificationReason.TimestampTooOld)]
    [InlineData(301, WebhookVerificationReason.TimestampTooOld)]
    [InlineData(1e9, WebhookVerificationReason.TimestampTooOld)]
    [InlineData(-300.001, WebhookVerificationReason.TimestampTooNew)]
    [InlineData(-1e9, WebhookVerificationReason.TimestampTooNew)]
    public void MoreThanFiveMinutesOff_IsRejected(double age, WebhookVerificationReason reason) =>
        Assert.Equal(reason, Message.RejectedBy(SignedMessage.Verifier(age)));

    // Whether a message is old is known only of a genuine one.
    [Fact]
    public void OldForgery_IsAForgery()
    {
        var forged = Message with { Body = Encoding.UTF8.GetBytes("{}") };

        Assert.Equal(WebhookVerificationReason.WrongSignature, forged.RejectedBy(SignedMessage.Verifier(1e6)));
    }

    // And what an old message says is not looked at.
    [Fact]
    public void OldMessageWithoutAnEvent_IsOld() =>
        Assert.Equal(
            WebhookVerificationReason.TimestampTooOld,
            SignedMessage.Of("no event").RejectedBy(SignedMessage.Verifier(1e6))
        );

    [Theory]
    [InlineData("+1795685400")]
    [InlineData("-1795685400")]
    [InlineData(" 1795685400")]
    [InlineData("1795685400 ")]
    [InlineData("1795685400\0")]
    [InlineData("1795685400\n")]
    [InlineData("1795685400.5")]
    [InlineData("1.795685400e9")]
    [InlineData("1,795,685,400")]
    [InlineData("0x6B07A6D8")]
    [InlineData("253402300800")]
    [InlineData("9223372036854775808")]
    [InlineData("99999999999999999999999999")]
    [InlineData("١٧٩٥٦٨٥٤٠٠")]
    [InlineData("１７９５６８５４００")]
    [InlineData("2026-11-25T09:30:00Z")]
    [InlineData("now")]
    public void TimestampOfAnythingButDigits_IsMalformed(string timestamp)
    {
        var message = SignedMessage.Of(Message.Body, timestamp: timestamp);

        Assert.Equal(WebhookVerificationReason.MalformedTimestamp, message.RejectedBy(SignedMessage.Verifier()));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("253402300799")]
    public void FarTimestamps_AreReadAndAreOff(string timestamp)
    {
        var reason = SignedMessage.Of(Message.Body, timestamp: timestamp).RejectedBy(SignedMessage.Verifier());

        Assert.Equal(
            timestamp == "0" ? WebhookVerificationReason.TimestampTooOld : WebhookVerificationReason.TimestampTooNew,
            reason
        );
    }

    [Fact]
    public void Culture_ChangesNothing()
    {
        var (before, culture) = (CultureInfo.CurrentCulture, (CultureInfo)CultureInfo.InvariantCulture.Clone());
        culture.NumberFormat.NegativeSign = "1";
        culture.NumberFormat.NumberDecimalSeparator = ";";
        CultureInfo.CurrentCulture = culture;
        try
        {
            Assert.Equal("wevt_1", Message.VerifyBy(SignedMessage.Verifier()).Id);
            var rejection = Assert.Throws<WebhookVerificationException>(() =>
                Message.VerifyBy(SignedMessage.Verifier(3600))
            );
            Assert.Contains("2026-11-26 09:30:00Z, more than 00:05:00", rejection.Message);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Tolerance_IsWhatIsSet()
    {
        Assert.Equal(TimeSpan.FromMinutes(5), new WebhookVerifier(SignedMessage.Secret).Tolerance);
        Assert.Equal("wevt_1", Message.VerifyBy(Tolerating(TimeSpan.FromMinutes(10), 600)).Id);
        Assert.Equal(
            WebhookVerificationReason.TimestampTooOld,
            Message.RejectedBy(Tolerating(TimeSpan.FromSeconds(1), 1.5))
        );
        Assert.Equal("wevt_1", Message.VerifyBy(Tolerating(Timeout.InfiniteTimeSpan, 1e9)).Id);
        Assert.Equal("wevt_1", Message.VerifyBy(Tolerating(TimeSpan.MaxValue, -1e9)).Id);
    }

    [Fact]
    public void ToleranceOfNothing_Throws()
    {
        foreach (var none in new[] { TimeSpan.Zero, TimeSpan.FromTicks(-1), TimeSpan.FromDays(-1), TimeSpan.MinValue })
            Assert.Throws<ArgumentOutOfRangeException>(() => Tolerating(none, 0));
        Assert.Throws<ArgumentNullException>(() => new WebhookVerifier(SignedMessage.Secret) { TimeProvider = null! });
    }

    private static WebhookVerifier Tolerating(TimeSpan tolerance, double age) =>
        new(SignedMessage.Secret) { Tolerance = tolerance, TimeProvider = SignedMessage.Clock(age) };
}
