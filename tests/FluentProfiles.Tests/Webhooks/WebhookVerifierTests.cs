using System.Text;

namespace FluentProfiles.Tests.Webhooks;

public sealed class WebhookVerifierTests
{
    private const string Wrong = "v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private static readonly SignedMessage Message = SignedMessage.Of();
    private static readonly string Right = Message.Signatures!;

    [Fact]
    public void Fixture_GivesTheEvent()
    {
        var headers = File.ReadLines(PathOf("webhook-enforcement-opened.headers"))
            .Select(line => line.Split(": "))
            .ToDictionary(parts => parts[0], parts => parts[1]);
        var body = File.ReadAllBytes(PathOf("webhook-enforcement-opened.json"));

        var received = new WebhookVerifier(headers["# test secret"]) { TimeProvider = SignedMessage.Clock() }.Verify(
            headers["webhook-id"],
            headers["webhook-timestamp"],
            headers["webhook-signature"],
            body
        );

        Assert.Equal("wevt_011CZkZTestTestTest000001", received.Id);
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 9, 30, 0, TimeSpan.Zero).AddTicks(1234560), received.CreatedAt);
        Assert.Equal(WebhookEventType.UserProfileEnforcementActionOpened, received.Type);
        Assert.Equal("uprof_011CZkZCu8hGbp5mYRQgUmz9", received.ProfileId);
        Assert.Equal("00000000-0000-4000-8000-000000000001", received.OrganizationId);
        Assert.Equal("enac_011CZkZTest0000000000001", received.EnforcementActionId);
        Assert.Equal(Encoding.UTF8.GetString(body), received.Raw.GetRawText());
    }

    public static TheoryData<string> Lists =>
        [
            Right,
            $"{Wrong} {Right}",
            $"{Right} {Wrong}",
            $"{Wrong} {Right} {Wrong}",
            $"{Wrong}  {Right}",
            $" {Right} ",
            $"v1, {Right}",
            $"v1 {Right}",
            $", {Right}",
            $"v1,not-base64! {Right}",
            $"v1a,{Right[3..]} v2,{Right[3..]} {Right}",
            $"V1,{Right[3..]} {Right}",
            $"{Right} {Right} {Right}",
            .. Enumerable
                .Range(0, 4)
                .Select(place => string.Join(' ', Enumerable.Range(0, 4).Select(i => i == place ? Right : Wrong))),
            string.Join(' ', Enumerable.Repeat(Wrong, 1_000).Append(Right)),
        ];

    [Theory]
    [MemberData(nameof(Lists))]
    public void RightSignature_IsFoundAtAnyPlace(string signatures) =>
        Assert.Equal("wevt_1", (Message with { Signatures = signatures }).VerifyBy(SignedMessage.Verifier()).Id);

    [Theory]
    [InlineData("v1,")]
    [InlineData("v1")]
    [InlineData(" ")]
    [InlineData("  ")]
    [InlineData(",")]
    [InlineData("v1a,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("v2,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("v1,AAAA")]
    [InlineData("v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=,x")]
    [InlineData("v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\tv1,")]
    public void NoSignatureAtAll_IsMalformed(string signatures) =>
        Assert.Equal(
            WebhookVerificationReason.MalformedSignature,
            (Message with { Signatures = signatures }).RejectedBy(SignedMessage.Verifier())
        );

    [Fact]
    public void RightSignatureOfAnotherVersionOrLength_IsNone()
    {
        var other = Message with { Signatures = $"v2,{Right[3..]} v1a,{Right[3..]} {Right[..^1]} {Right}=" };

        Assert.Equal(WebhookVerificationReason.MalformedSignature, other.RejectedBy(SignedMessage.Verifier()));
    }

    // Decoders take the unused bits of the last letter for nothing, so that four texts are the same bytes.
    [Fact]
    public void SameBytesInAnotherText_DoNotMatch()
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        var last = Alphabet.IndexOf(Right[^2]);
        var other = Message with { Signatures = $"{Right[..^2]}{Alphabet[last ^ 1]}=" };
        Assert.Equal(Convert.FromBase64String(Right[3..]), Convert.FromBase64String(other.Signatures[3..]));

        Assert.Equal(WebhookVerificationReason.WrongSignature, other.RejectedBy(SignedMessage.Verifier()));
    }

    [Fact]
    public void Secrets_AreAcceptedInAnyOrderWhileTheyRotate()
    {
        var old = SignedMessage.Of(secret: SignedMessage.OtherSecret);
        var both = SignedMessage.Verifier(0, SignedMessage.Secret, SignedMessage.OtherSecret);

        Assert.Equal("wevt_1", old.VerifyBy(both).Id);
        Assert.Equal("wevt_1", Message.VerifyBy(both).Id);
        Assert.Equal(WebhookVerificationReason.WrongSignature, old.RejectedBy(SignedMessage.Verifier()));
        var byBoth = Message with { Signatures = $"{old.Signatures} {Right}" };
        Assert.Equal("wevt_1", byBoth.VerifyBy(SignedMessage.Verifier()).Id);
    }

    [Fact]
    public void MissingHeaders_AreNamed()
    {
        var verifier = SignedMessage.Verifier();

        foreach (var nothing in new[] { null, "" })
        {
            Assert.Equal(WebhookVerificationReason.MissingId, (Message with { Id = nothing }).RejectedBy(verifier));
            Assert.Equal(
                WebhookVerificationReason.MissingTimestamp,
                (Message with { Timestamp = nothing }).RejectedBy(verifier)
            );
            Assert.Equal(
                WebhookVerificationReason.MissingSignature,
                (Message with { Signatures = nothing }).RejectedBy(verifier)
            );
        }
    }

    [Fact]
    public void AnotherIdTimestampOrBody_IsAWrongSignature()
    {
        SignedMessage[] changed =
        [
            Message with
            {
                Id = "msg_2",
            },
            Message with
            {
                Id = "msg_1 ",
            },
            Message with
            {
                Timestamp = "1795685401",
            },
            Message with
            {
                Timestamp = "01795685400",
            },
            Message with
            {
                Body = [],
            },
            Message with
            {
                Body = [.. Message.Body, (byte)'\n'],
            },
            Message with
            {
                Body = [0xEF, 0xBB, 0xBF, .. Message.Body],
            },
        ];

        Assert.All(
            changed,
            message =>
                Assert.Equal(WebhookVerificationReason.WrongSignature, message.RejectedBy(SignedMessage.Verifier()))
        );
    }

    // What is signed is joined by dots: an id with one must not let a part of it pass as the timestamp, or of the body.
    [Fact]
    public void PartsShiftedOverADot_AreRejected()
    {
        var body = Encoding.UTF8.GetBytes(SignedMessage.Event);
        var signature = SignedMessage.Sign("msg.1795685400", "7", body);
        SignedMessage shifted = new("msg", "1795685400", signature, [.. "7."u8, .. body]);

        Assert.Equal(WebhookVerificationReason.InvalidEvent, shifted.RejectedBy(SignedMessage.Verifier()));
    }

    [Fact]
    public async Task ManyThreads_ShareAVerifier()
    {
        var verifier = SignedMessage.Verifier(0, SignedMessage.OtherSecret, SignedMessage.Secret);
        var forged = Message with { Signatures = Wrong };

        await Parallel.ForAsync(
            0,
            2_000,
            (i, _) =>
            {
                if (i % 2 == 0)
                    Assert.Equal("wevt_1", Message.VerifyBy(verifier).Id);
                else
                    Assert.Equal(WebhookVerificationReason.WrongSignature, forged.RejectedBy(verifier));
                return ValueTask.CompletedTask;
            }
        );
    }

    [Fact]
    public void ManySignatures_AllocateNoMoreThanOne()
    {
        var verifier = SignedMessage.Verifier();
        var many = Message with { Signatures = string.Join(' ', Enumerable.Repeat(Wrong, 1_000).Append(Right)) };

        Assert.Equal(AllocatedBy(Message), AllocatedBy(many));

        long AllocatedBy(SignedMessage message) => Allocations.Of(() => message.VerifyBy(verifier));
    }

    private static string PathOf(string fixture) => Path.Combine(AppContext.BaseDirectory, "Fixtures", fixture);
}
