using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FluentProfiles.Emulator.Webhooks;

/// <summary>Signs messages as the Standard Webhooks specification says.</summary>
internal sealed class WebhookSigner
{
    private readonly byte[] key;

    /// <exception cref="ArgumentException">The secret is none.</exception>
    public WebhookSigner(string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        key = WebhookSecret.Decode(secret, nameof(ProfileEmulatorOptions.WebhookSecret));
    }

    public Dictionary<string, string> Headers(string id, byte[] body, DateTimeOffset now)
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        return new(StringComparer.OrdinalIgnoreCase)
        {
            ["webhook-id"] = id,
            ["webhook-timestamp"] = timestamp,
            ["webhook-signature"] = $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, signed))}",
        };
    }
}
