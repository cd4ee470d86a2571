using CsCheck;

namespace FluentProfiles.Tests.Webhooks;

/// <summary>Random messages: each is accepted as it was signed, and with any change rejected, by the documented exception and no
/// other.</summary>
public sealed class WebhookMutationTests
{
    private static readonly Gen<string> Ids = Gen.String[Gen.Char[' ', '~'], 1, 40];
    private static readonly Gen<byte[]> Keys = Gen.Byte.Array[1, 100];
    private static readonly Gen<byte[]> Bodies = Gen.Frequency(
        (1, Gen.Byte.Array[0, 300]),
        (1, Gen.Const(SignedMessage.Of().Body))
    );
    private static readonly Gen<string> Noise = Gen.OneOf(
        Gen.String[Gen.Char["v1a2,+/=ABC_ "], 0, 60],
        Gen.Byte.Array[32].Select(bytes => $"v1,{Convert.ToBase64String(bytes)}")
    );

    [Fact]
    public void SignedMessage_IsAcceptedAmongAnyOtherSignatures() =>
        Gen.Select(Ids, Keys, Noise.Array[0, 5], Noise.Array[0, 5])
            .Sample(
                (id, key, before, behind) =>
                {
                    var secret = $"whsec_{Convert.ToBase64String(key)}";
                    var body = SignedMessage.Of().Body;
                    var right = SignedMessage.Sign(id, "1795685400", body, secret);
                    SignedMessage message = new(
                        id,
                        "1795685400",
                        string.Join(' ', [.. before, right, .. behind]),
                        body
                    );

                    Assert.Equal("wevt_1", message.VerifyBy(SignedMessage.Verifier(0, secret)).Id);
                },
                iter: 2_000
            );

    [Fact]
    public void AnyBody_IsReadOrRejectedAsNoEvent() =>
        Bodies.Sample(
            body =>
            {
                var failure = Record.Exception(() => SignedMessage.Of(body).VerifyBy(SignedMessage.Verifier()));

                Assert.True(
                    failure is null or WebhookVerificationException { Reason: WebhookVerificationReason.InvalidEvent },
                    $"{failure}"
                );
            },
            iter: 2_000
        );

    [Fact]
    public void AnyChangedBit_IsRejected() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 10_000], Gen.Int[0, 6])
            .Sample(
                (part, place, bit) =>
                {
                    var message = Changed(SignedMessage.Of(), part, place, bit);

                    var failure = Assert.Throws<WebhookVerificationException>(() =>
                        message.VerifyBy(SignedMessage.Verifier())
                    );
                    Assert.True(failure.Reason is not WebhookVerificationReason.InvalidEvent, $"{part} {place} {bit}");
                },
                iter: 5_000
            );

    private static SignedMessage Changed(SignedMessage message, int part, int place, int bit)
    {
        return part switch
        {
            0 => message with { Id = Flipped(message.Id!) },
            1 => message with { Timestamp = Flipped(message.Timestamp!) },
            2 => message with { Signatures = Flipped(message.Signatures!) },
            _ => message with { Body = FlippedBytes(message.Body) },
        };

        string Flipped(string text)
        {
            var letters = text.ToCharArray();
            letters[place % letters.Length] ^= (char)(1 << bit);
            return new(letters);
        }

        byte[] FlippedBytes(byte[] bytes)
        {
            byte[] flipped = [.. bytes];
            flipped[place % bytes.Length] ^= (byte)(1 << bit);
            return flipped;
        }
    }
}
