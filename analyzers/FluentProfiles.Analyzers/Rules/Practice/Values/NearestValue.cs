namespace FluentProfiles.Analyzers;

/// <summary>Finds the known value that a text was meant to be.</summary>
internal static class NearestValue
{
    // Another value that the service adds later differs by more than this from the shorter of the known ones.
    private const int LettersForOne = 4;
    private const int LettersForTwo = 7;
    private const int LettersForThree = 10;

    /// <summary>The known text that another text nearly is, or null where it is a known one or like none.</summary>
    public static string? Of(string text, IEnumerable<string> known)
    {
        string? nearest = null;
        var least = int.MaxValue;
        foreach (var candidate in known)
        {
            if (candidate == text)
                return null;
            var distance = EditDistance.Between(Folded(text), Folded(candidate));
            if (distance < least && IsNear(text, candidate, distance))
                (nearest, least) = (candidate, distance);
        }
        return nearest;
    }

    private static bool IsNear(string text, string known, int distance) =>
        distance == 0
        || Digits(text) == Digits(known)
            && !IsDerived(text, known)
            && (distance <= Farthest(known.Length) || IsShuffled(text, known, distance));

    private static int Farthest(int letters) =>
        letters >= LettersForThree ? 3
        : letters >= LettersForTwo ? 2
        : letters >= LettersForOne ? 1
        : 0;

    // Two letters in the wrong order.
    private static bool IsShuffled(string text, string known, int distance) =>
        distance <= 2 && Folded(text).OrderBy(letter => letter).SequenceEqual(Folded(known).OrderBy(letter => letter));

    // "unbanned" is the opposite of "banned", and "restricted_eu" a kind of "restricted".
    private static bool IsDerived(string text, string known) =>
        text.Length - known.Length > 1
        && (
            text.EndsWith(known, StringComparison.OrdinalIgnoreCase)
            || text.StartsWith(known, StringComparison.OrdinalIgnoreCase)
        );

    private static string Digits(string text) => string.Concat(text.Where(char.IsDigit));

    private static string Folded(string text) =>
        string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}
