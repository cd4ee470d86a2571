using System.Text;

namespace FluentProfiles.Model.Profiles;

/// <summary>Tells which texts can be the id of a profile.</summary>
internal static class ProfileId
{
    /// <summary>The longest id, in bytes of UTF-8. An address, in which a byte may take three characters, must be able to
    /// carry it.</summary>
    public const int Longest = 1024;

    /// <summary>True when an address can carry the text as the id of one profile. A path of dots leads elsewhere, and half a surrogate
    /// pair, like the character that replaces one, may stand for several ids.</summary>
    public static bool CanBeAskedFor(string text) =>
        text is not ("" or "." or "..")
        && text.Length <= Longest
        && (Ascii.IsValid(text) ? !text.Contains('\0') : IsShortText(text));

    private static bool IsShortText(string text)
    {
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            // The enumeration has this one for half a pair, too.
            if (rune == Rune.ReplacementChar || rune.Value == 0)
                return false;
            length += rune.Utf8SequenceLength;
        }
        return length <= Longest;
    }
}
