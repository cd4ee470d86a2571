using System.Text;

namespace FluentProfiles.Http;

/// <summary>A credential, and the forms in which an answer may repeat it: as it is, percent-encoded, in hexadecimal digits, and in
/// base64, whose letters depend on how many bytes come before it.</summary>
internal sealed class SecretForms
{
    // A shorter text is no credential and occurs in ordinary words.
    private const int Shortest = 6;

    private readonly string[] forms;

    private SecretForms(string secret)
    {
        Secret = secret;
        var bytes = Encoding.UTF8.GetBytes(secret);
        var inBase64 = Enumerable.Range(0, 3).Select(before => Base64(bytes, before)).ToArray();
        forms =
        [
            .. new[] { secret, Uri.EscapeDataString(secret), Convert.ToHexString(bytes) }
                .Concat(inBase64)
                .Concat(inBase64.Select(text => text.Replace('+', '-').Replace('/', '_')))
                .Distinct(),
        ];
    }

    public string Secret { get; }

    /// <summary>Returns the forms of a text, or null when it is too short to be a credential.</summary>
    public static SecretForms? Of(string? secret) => secret is { Length: >= Shortest } ? new(secret) : null;

    /// <summary>Returns true when the text has one of the forms. None is shorter than the credential, so for most ids the
    /// length alone decides.</summary>
    public bool AreIn(string text)
    {
        if (text.Length < Secret.Length)
            return false;
        foreach (var form in forms)
        {
            if (Contains(text, form))
                return true;
        }
        return false;
    }

    public string RemovedFrom(string text)
    {
        foreach (var form in forms)
        {
            if (Contains(text, form))
                text = text.Replace(form, LongText.Omission, StringComparison.OrdinalIgnoreCase);
        }
        return text;
    }

    private static bool Contains(string text, string form) =>
        text.Length >= form.Length && text.Contains(form, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the base64 letters that depend on the secret alone.</summary>
    private static string Base64(byte[] secret, int before)
    {
        const int BitsOfByte = 8;
        const int BitsOfLetter = 6;
        var first = (before * BitsOfByte + BitsOfLetter - 1) / BitsOfLetter;
        var end = (before + secret.Length) * BitsOfByte / BitsOfLetter;
        return Convert.ToBase64String([.. new byte[before], .. secret])[first..end];
    }
}
