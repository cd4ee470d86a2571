namespace FluentProfiles;

/// <summary>Decodes signing secrets. No message quotes one.</summary>
internal static class WebhookSecret
{
    private const string Prefix = "whsec_";

    /// <exception cref="ArgumentException">The text is no secret.</exception>
    public static byte[] Decode(string? secret, int position)
    {
        var text = secret.AsSpan().Trim();
        if (text.StartsWith(Prefix, StringComparison.Ordinal))
            text = text[Prefix.Length..];
        if (text.IsEmpty)
            throw Wrong(position, secret is null ? "null" : "empty");
        var key = new byte[text.Length];
        // The decoder skips white space, which has no place within a secret.
        return text.IndexOfAny(" \t\r\n") < 0 && Convert.TryFromBase64Chars(text, key, out var length)
            ? key[..length]
            : throw Wrong(position, "not base64 after whsec_");
    }

    private static ArgumentException Wrong(int position, string problem) =>
        new($"secrets[{position}] is {problem}. Give the signing secret of the endpoint, whsec_….", "secrets");
}
