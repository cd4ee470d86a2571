namespace FluentProfiles;

/// <summary>Decodes signing secrets. No message quotes one.</summary>
internal static class WebhookSecret
{
    private const string Prefix = "whsec_";

    /// <param name="secret">Base64, with or without the prefix and white space around it.</param>
    /// <param name="name">What the caller calls the secret.</param>
    /// <param name="parameter">The parameter that the exception names, or null.</param>
    /// <exception cref="ArgumentException">The text is no secret.</exception>
    public static byte[] Decode(string? secret, string name, string? parameter = null)
    {
        var text = secret.AsSpan().Trim();
        if (text.StartsWith(Prefix, StringComparison.Ordinal))
            text = text[Prefix.Length..];
        if (text.IsEmpty)
            throw Wrong(name, secret is null ? "null" : "empty", parameter);
        var key = new byte[text.Length];
        // The decoder skips white space, which has no place within a secret.
        return text.IndexOfAny(" \t\r\n") < 0 && Convert.TryFromBase64Chars(text, key, out var length)
            ? key[..length]
            : throw Wrong(name, "not base64 after whsec_", parameter);
    }

    private static ArgumentException Wrong(string name, string problem, string? parameter) =>
        new($"{name} is {problem}. Give the signing secret of the endpoint, whsec_….", parameter);
}
