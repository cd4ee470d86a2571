using System.Globalization;
using System.Text;
using FluentProfiles.Http.Failures;

namespace FluentProfiles.Http.Calls;

/// <summary>Checks and joins tags.</summary>
internal static class TagText
{
    // A tag stands in every span, event and line of a log.
    public const int Longest = 1000;

    private const string Separator = "; ";

    /// <summary>Returns a tag with those before it, each once.</summary>
    /// <param name="known">The tags so far; null for none.</param>
    /// <param name="added">The new one.</param>
    /// <param name="parameter">The name of the argument or property.</param>
    /// <exception cref="ArgumentException">It is empty, too long or not printable.</exception>
    public static string Joined(string? known, string added, string parameter)
    {
        ThrowIfUnfit(added, parameter);
        if (known is null)
            return added;
        if (known.Split(Separator).Contains(added))
            return known;
        var joined = known + Separator + added;
        return joined.Length <= Longest ? joined : throw TooLong(joined, parameter);
    }

    /// <exception cref="ArgumentException">It is empty, too long or not printable.</exception>
    public static void ThrowIfUnfit(string tag, string parameter)
    {
        if (string.IsNullOrWhiteSpace(tag))
            throw new ArgumentException("A tag must not be blank.", parameter);
        if (tag.Length > Longest)
            throw TooLong(tag, parameter);
        if (!tag.EnumerateRunes().All(IsPrintable))
            throw new ArgumentException(
                "A tag has no line break, control character or invisible character, because it stands in logs. Write it on one line.",
                parameter
            );
    }

    private static bool IsPrintable(Rune rune) =>
        UntrustedText.IsVisible(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator;

    private static ArgumentException TooLong(string tag, string parameter) =>
        new(
            $"The tags of a query or a call have at most {Longest} characters together; these have {tag.Length}. Name the work, and put data into a span or log of your own.",
            parameter
        );
}
