using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FluentProfiles.Http;

/// <summary>Cleans the texts that an answer brings along before an exception, a span, a log, an event or a property shows them:
/// no credentials of the client, no characters that forge or reorder lines of a log, and a bounded length. Thread-safe.</summary>
internal sealed partial class OutsideText
{
    /// <summary>Stands for what is left out.</summary>
    public const string Omission = "…";

    private const int Longest = 1000;

    // The key, the token, and some that a provider has given lately: a proxy may repeat an earlier answer.
    private const int MostSecrets = 16;

    // Visible ASCII characters that encode nothing. (Code that is not optimized yet boxes the bounds of a range.)
    private static readonly SearchValues<char> Plain = SearchValues.Create([
        .. Enumerable.Range('!', '~' - '!' + 1).Select(code => (char)code).Where(character => character != '%'),
    ]);

    private readonly object gate = new();
    private volatile SecretForms[] secrets = [];

    /// <summary>Adds a credential to those that are looked for.</summary>
    public void Learn(string? secret)
    {
        if (string.IsNullOrEmpty(secret) || Array.Exists(secrets, known => known.Secret == secret))
            return;
        lock (gate)
        {
            if (SecretForms.Of(secret) is { } forms)
                secrets = [forms, .. secrets.Take(MostSecrets - 1)];
        }
    }

    /// <summary>Returns the text as it may be shown: the same object if nothing is wrong with it.</summary>
    public string Clean(string text)
    {
        var shown = WithoutCredentials(text);
        if (shown.Length > Longest)
            shown = shown[..Longest] + Omission;
        return shown.AsSpan().ContainsAnyExceptInRange(' ', '~') ? Printable(shown) : shown;
    }

    /// <summary>Returns whether a text repeats a credential, in any of its forms. It is asked for each id of a page, and
    /// allocates nothing for those of visible ASCII characters.</summary>
    public bool HasCredentials(string text) =>
        AreIn(text) || (text.AsSpan().ContainsAnyExcept(Plain) && Variants(text).Any(AreIn));

    private bool AreIn(string text)
    {
        foreach (var secret in secrets)
        {
            if (secret.AreIn(text))
                return true;
        }
        return false;
    }

    private string WithoutCredentials(string text)
    {
        foreach (var secret in secrets)
            text = secret.RemovedFrom(text);
        // What is spread or encoded once more has no place of its own in the text.
        if (HasCredentials(text))
            return Omission;
        return text.Contains('@') ? UserInfo().Replace(text, Omission + "@") : text;
    }

    /// <summary>The text without white space and invisible characters, and what it encodes.</summary>
    private static IEnumerable<string> Variants(string text)
    {
        if (text.AsSpan().ContainsAnyExceptInRange('!', '~'))
            yield return string.Concat(text.EnumerateRunes().Where(IsVisible));
        for (var rounds = 0; rounds < 2 && text.Contains('%'); rounds++)
            yield return text = Uri.UnescapeDataString(text);
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

    // Formats are among others the marks that turn the direction of text, and those of no width.
    private static bool IsVisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.SpaceSeparator
            );

    // .NET names the proxy in a failure.
    [GeneratedRegex(@"(?<=://)[^/@\s]*@", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UserInfo();
}
