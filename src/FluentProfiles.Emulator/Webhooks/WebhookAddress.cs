using FluentProfiles.Http.Transport;

namespace FluentProfiles.Emulator.Webhooks;

/// <summary>Checks where webhooks go. Whoever runs an emulator in a test does not mean to post to somebody else's
/// machine.</summary>
internal static class WebhookAddress
{
    /// <exception cref="ArgumentException">The text is no address to post to.</exception>
    public static Uri? Of(string? url, bool allowRemote)
    {
        if (url is null)
            return null;
        if (
            !Uri.TryCreate(url, UriKind.Absolute, out var address)
            || address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps
        )
            throw new ArgumentException(
                "WebhookUrl is not an absolute http or https address, such as http://127.0.0.1:5000/hooks."
            );
        if (!allowRemote && !Loopback.Is(address))
            throw new ArgumentException(
                $"WebhookUrl names {address.Host}, which is not this machine. To post there, set AllowRemoteWebhooks "
                    + "(--allow-remote-webhooks of the tool)."
            );
        return address;
    }
}
