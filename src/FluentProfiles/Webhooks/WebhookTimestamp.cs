using System.Globalization;

namespace FluentProfiles;

/// <summary>Reads the header <c>webhook-timestamp</c>: seconds since 1970, in ASCII digits and nothing else.</summary>
internal static class WebhookTimestamp
{
    private static readonly long Last = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    public static DateTimeOffset Parse(string text)
    {
        if (
            !text.AsSpan().ContainsAnyExceptInRange('0', '9')
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= Last
        )
            return DateTimeOffset.FromUnixTimeSeconds(seconds);
        throw new WebhookVerificationException(
            WebhookVerificationReason.MalformedTimestamp,
            "webhook-timestamp: not a whole number of seconds since 1970, in digits alone."
        );
    }
}
