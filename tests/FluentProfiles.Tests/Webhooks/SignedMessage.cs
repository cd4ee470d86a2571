using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Tests.Webhooks;

/// <summary>A message as a sender signs it, by code of its own. Immutable, so that a test changes one part.</summary>
internal sealed record SignedMessage(string? Id, string? Timestamp, string? Signatures, byte[] Body)
{
    public const string Secret = "whsec_Zmx1ZW50cHJvZmlsZXMtdGVzdC1zaWduaW5nLWtleSE=";
    public const string OtherSecret = "whsec_YW5vdGhlci10ZXN0LWtleS1vZi1ub2JvZHktYXQtYWxs";
    public const long SentAt = 1795685400;

    public const string Event =
        """{"type":"event","id":"wevt_1","created_at":"2026-11-25T09:30:00Z","data":{"type":"user_profile.program_status_updated","id":"uprof_1","organization_id":"org_1"}}""";

    public static SignedMessage Of(string body = Event, string secret = Secret) =>
        Of(Encoding.UTF8.GetBytes(body), secret);

    public static SignedMessage Of(byte[] body, string secret = Secret, string timestamp = "1795685400") =>
        new("msg_1", timestamp, Sign("msg_1", timestamp, body, secret), body);

    public static string Sign(string id, string timestamp, byte[] body, string secret = Secret) =>
        "v1,"
        + Convert.ToBase64String(
            HMACSHA256.HashData(
                Convert.FromBase64String(secret["whsec_".Length..]),
                (byte[])[.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body]
            )
        );

    /// <summary>A verifier whose clock stands so many seconds after the message was sent.</summary>
    public static WebhookVerifier Verifier(double age = 0, params string[] secrets) =>
        new(secrets.Length == 0 ? [Secret] : secrets) { TimeProvider = Clock(age) };

    public static FakeTimeProvider Clock(double age = 0) =>
        new(DateTimeOffset.FromUnixTimeSeconds(SentAt).AddSeconds(age));

    public WebhookEvent VerifyBy(WebhookVerifier verifier) => verifier.Verify(Id, Timestamp, Signatures, Body);

    /// <summary>Why it is rejected. What is thrown shows no secret and no signature.</summary>
    public WebhookVerificationReason RejectedBy(WebhookVerifier verifier)
    {
        var rejection = Assert.Throws<WebhookVerificationException>(() => VerifyBy(verifier));
        var shown = rejection.ToString();
        Assert.DoesNotContain(Secret["whsec_".Length..], shown);
        foreach (var entry in (Signatures ?? "").Split(' ', ',').Where(part => part.Length > 4))
            Assert.DoesNotContain(entry, shown);
        return rejection.Reason;
    }
}
