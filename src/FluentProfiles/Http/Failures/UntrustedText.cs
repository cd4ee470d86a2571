using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace FluentProfiles.Http.Failures;

/// <summary>Cleans texts of an answer before an exception, a span, a log, an event or a property shows them. It removes the
/// client's credentials and characters that forge or reorder lines of a log, and bounds the length. Thread-safe.</summary>
internal sealed partial class UntrustedText
{
    // The key, the token and the provider's latest tokens, because a proxy may repeat an earlier answer.
    private const int MaxSecrets = 16;

    // What begins an encoded character in an address, in JSON and in HTML.
    private const string Escapes = "%\\&";

    // Visible ASCII characters that encode nothing. (Code that is not optimized yet boxes the bounds of a range.)
    private static readonly SearchValues<char> Plain = SearchValues.Create([
        .. Enumerable.Range('!', '~' - '!' + 1).Select(code => (char)code).Except(Escapes),
    ]);

    private readonly object gate = new();
    private readonly UntrustedText? client;
    private volatile SecretForms[] secrets = [];

    public UntrustedText() { }

    private UntrustedText(UntrustedText client, SecretForms[] secrets) =>
        (this.client, this.secrets) = (client, secrets);

    /// <summary>The text cleaner that removes only the client's credentials.</summary>
    public UntrustedText OfClient => client ?? this;

    /// <summary>Returns a text cleaner that also removes the secrets of one call.</summary>
    public UntrustedText WithSecrets(SecretForms[] call) => new(this, call);

    /// <summary>Adds a credential to remove.</summary>
    public void AddSecret(string? secret)
    {
        if (HasSecret(secret))
            return;
        lock (gate)
        {
            // Concurrent requests add a new token at the same time. If it were kept twice, it would displace another one.
            if (!HasSecret(secret) && SecretForms.Of(secret) is { } forms)
                secrets = [forms, .. secrets.Take(MaxSecrets - 1)];
        }
    }

    /// <summary>Returns the text as it may be shown: the same object if nothing is wrong with it.</summary>
    public string Clean(string text)
    {
        var shown = LongText.AtMost(LongText.Longest, WithoutCredentials(text));
        return shown.AsSpan().ContainsAnyExceptInRange(' ', '~') ? Printable(shown) : shown;
    }

    /// <summary>Returns true when a text repeats a credential in any of its forms. Every id of a page is checked, so it
    /// allocates nothing for text of visible ASCII characters.</summary>
    public bool HasCredentials(string text) =>
        AreIn(text) || (text.AsSpan().ContainsAnyExcept(Plain) && Variants(text).Any(AreIn));

    private bool HasSecret(string? secret) => Array.Exists(secrets, known => known.Secret == secret);

    private bool AreIn(string text)
    {
        if (client?.AreIn(text) == true)
            return true;
        foreach (var secret in secrets)
        {
            if (secret.AreIn(text))
                return true;
        }
        return false;
    }

    private string Removed(string text)
    {
        text = client?.Removed(text) ?? text;
        foreach (var secret in secrets)
            text = secret.RemovedFrom(text);
        return text;
    }

    private string WithoutCredentials(string text)
    {
        text = Removed(text);
        // A credential that is spread out or encoded once more can't be cut out of the text.
        if (HasCredentials(text))
            return LongText.Omission;
        return text.Contains('@') ? UserInfo().Replace(text, LongText.Omission + "@") : text;
    }

    /// <summary>Returns the text without white space and invisible characters, and the text that it encodes.</summary>
    private static IEnumerable<string> Variants(string text)
    {
        if (text.AsSpan().ContainsAnyExceptInRange('!', '~'))
            yield return string.Concat(text.EnumerateRunes().Where(IsVisible));
        for (var rounds = 0; rounds < 2 && text.Contains('%'); rounds++)
            yield return text = Uri.UnescapeDataString(text);
        if (text.Contains('\\'))
        {
            yield return JsonEscape().Replace(text, UnescapedJson);
            // A backslash before the text takes the one of its first escape along.
            yield return JsonCharacter().Replace(text, UnescapedJson).Replace("\\", "", StringComparison.Ordinal);
        }
        if (text.Contains('&'))
            yield return WebUtility.HtmlDecode(text);
    }

    private static string UnescapedJson(Match escape)
    {
        var code = escape.ValueSpan[1..];
        return code.Length == 1
            ? code.ToString()
            : ((char)ushort.Parse(code[1..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString();
    }

    private static string Printable(string text)
    {
        StringBuilder shown = new(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsVisible(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator)
                shown.Append(rune);
            else
                shown.Append(' ');
        }
        return shown.ToString();
    }

    // The format category includes the marks that change the direction of text, and those without a width.
    public static bool IsVisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.SpaceSeparator
            );

    [GeneratedRegex(@"\\(?:u[0-9A-Fa-f]{4}|[^u])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex JsonEscape();

    [GeneratedRegex(@"\\u[0-9A-Fa-f]{4}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex JsonCharacter();

    // .NET names the proxy, with its credentials, in some exceptions.
    [GeneratedRegex(@"(?<=://)[^/@\s]*@", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UserInfo();
}
