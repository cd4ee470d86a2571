namespace FluentProfiles.Resume;

/// <summary>Base64 in the alphabet that needs no escaping in an address. (.NET 8 has none.)</summary>
internal static class Base64Text
{
    public static string Encode(byte[] bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>Decodes a text that <see cref="Encode"/> has written, and no other form of the same bytes.</summary>
    /// <exception cref="FormatException">The text is no such Base64.</exception>
    public static byte[] Decode(string text)
    {
        var padded = text.Replace('-', '+').Replace('_', '/');
        var bytes = Convert.FromBase64String(padded.PadRight((padded.Length + 3) / 4 * 4, '='));
        return Encode(bytes) == text ? bytes : throw new FormatException();
    }
}
