using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FluentProfiles.Model.Schema;

namespace FluentProfiles;

/// <summary>Verifies the service's webhooks and reads their events. One verifier is sufficient for a whole application.
/// It is immutable and thread-safe, and sends nothing.</summary>
/// <remarks>The signatures follow the Standard Webhooks specification, version <c>v1</c>: HMAC-SHA256 over
/// <c>ID.TIMESTAMP.BODY</c>. The checks run in this order: the headers are present and well-formed, a signature
/// matches, the timestamp is within <see cref="Tolerance"/>, the body is a valid event. The body is parsed only after a
/// signature has matched. A timestamp is reported as too old or too new only if the message is genuine.</remarks>
public sealed class WebhookVerifier
{
    private readonly byte[][] keys;

    /// <summary>Creates a verifier that accepts messages signed with any of the secrets. While you rotate a secret,
    /// pass both the old and the new one.</summary>
    /// <param name="secrets">The signing secrets as the service shows them, <c>whsec_…</c>. The prefix is optional.
    /// White space around a secret, such as the line break at the end of a file, is ignored.</param>
    /// <exception cref="ArgumentNullException"><paramref name="secrets"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no secret, or one of them is null, empty or not base64. The message
    /// states its position and never quotes it.</exception>
    public WebhookVerifier(params string[] secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        if (secrets.Length == 0)
            throw new ArgumentException("Give at least one signing secret, whsec_….", nameof(secrets));
        keys = new byte[secrets.Length][];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = WebhookSecret.Decode(secrets[i], $"secrets[{i}]", nameof(secrets));
    }

    /// <summary>Gets the maximum difference between a timestamp and the clock, in either direction; five minutes by
    /// default. <see cref="Timeout.InfiniteTimeSpan"/> accepts any timestamp, for stored messages that are verified
    /// later.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero, or negative and not infinite.</exception>
    [InRange(0, IsExclusive = true, AllowsInfinite = true)]
    public TimeSpan Tolerance
    {
        get;
        init => field = value > TimeSpan.Zero || value == Timeout.InfiniteTimeSpan ? value : throw NoTolerance(value);
    } = TimeSpan.FromMinutes(5);

    /// <summary>Gets the clock that timestamps are compared with; the system's clock by default.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public TimeProvider TimeProvider
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(value));
    } = TimeProvider.System;

    /// <summary>Verifies a message and returns its event.</summary>
    /// <remarks>One HMAC over the body is computed for each secret, whatever the number of signatures in the header.
    /// This method does not limit the size of the body. Limit it where you read the body.</remarks>
    /// <param name="id">The header <c>webhook-id</c>; null if it is missing.</param>
    /// <param name="timestamp">The header <c>webhook-timestamp</c>; null if it is missing.</param>
    /// <param name="signatures">The header <c>webhook-signature</c>, with one or more signatures; null if it is
    /// missing.</param>
    /// <param name="body">The bytes of the body, exactly as they were received.</param>
    /// <exception cref="WebhookVerificationException">The message is not genuine, too old, too new, or not a valid
    /// event. <see cref="WebhookVerificationException.Reason"/> states which.</exception>
    /// <example>
    /// <code region="webhook">
    /// WebhookVerifier verifier = new(secret);
    ///
    /// var received = verifier.Verify(id, timestamp, signature, body);
    /// Console.WriteLine($"{received.Type} {received.ProfileId}");
    /// </code>
    /// </example>
    public WebhookEvent Verify(string? id, string? timestamp, string? signatures, ReadOnlySpan<byte> body)
    {
        ThrowIfMissing(id, "webhook-id", WebhookVerificationReason.MissingId);
        ThrowIfMissing(timestamp, "webhook-timestamp", WebhookVerificationReason.MissingTimestamp);
        ThrowIfMissing(signatures, "webhook-signature", WebhookVerificationReason.MissingSignature);
        var sentAt = WebhookTimestamp.Parse(timestamp!);
        if (!new WebhookSignatures(signatures).MoveNext())
            throw new WebhookVerificationException(
                WebhookVerificationReason.MalformedSignature,
                "webhook-signature: there is no signature of the form v1,BASE64 with 32 bytes."
            );
        if (!IsSigned(Encoding.UTF8.GetBytes($"{id}.{timestamp}."), signatures, body))
            throw new WebhookVerificationException(
                WebhookVerificationReason.WrongSignature,
                "webhook-signature: no signature matches. Either the message was signed with another secret, or its id, its "
                    + "timestamp or its body was changed. Pass the body as the bytes that were received, not as JSON that was "
                    + "parsed and written again."
            );
        ThrowIfOff(sentAt);
        return WebhookEventReader.Read(body);
    }

    private bool IsSigned(byte[] prefix, ReadOnlySpan<char> signatures, ReadOnlySpan<byte> body)
    {
        Span<char> expected = stackalloc char[WebhookSignatures.Length];
        foreach (var key in keys)
        {
            Sign(key, prefix, body, expected);
            foreach (var signature in new WebhookSignatures(signatures))
            {
                if (WebhookSignatures.FixedTimeEquals(signature, expected))
                    return true;
            }
        }
        return false;
    }

    private static void Sign(byte[] key, byte[] prefix, ReadOnlySpan<byte> body, Span<char> signature)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hmac.AppendData(prefix);
        hmac.AppendData(body);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        hmac.GetHashAndReset(hash);
        Convert.TryToBase64Chars(hash, signature, out _);
    }

    private void ThrowIfOff(DateTimeOffset sentAt)
    {
        var age = TimeProvider.GetUtcNow() - sentAt;
        if (Tolerance == Timeout.InfiniteTimeSpan || age.Duration() <= Tolerance)
            return;
        var (reason, word) =
            age > TimeSpan.Zero
                ? (WebhookVerificationReason.TimestampTooOld, "old")
                : (WebhookVerificationReason.TimestampTooNew, "new");
        throw new WebhookVerificationException(
            reason,
            string.Create(
                CultureInfo.InvariantCulture,
                $"webhook-timestamp: the message is too {word}: it was sent at {sentAt:u}, more than {Tolerance:c} from this "
                    + $"machine's clock. It was replayed or held back, or the clock is wrong."
            )
        );
    }

    private static void ThrowIfMissing(string? value, string header, WebhookVerificationReason reason)
    {
        if (string.IsNullOrEmpty(value))
            throw new WebhookVerificationException(reason, $"{header}: the header is missing or empty.");
    }

    private static ArgumentOutOfRangeException NoTolerance(TimeSpan value) =>
        new(
            nameof(value),
            value,
            "Tolerance must be greater than zero; Timeout.InfiniteTimeSpan accepts any timestamp."
        );
}
