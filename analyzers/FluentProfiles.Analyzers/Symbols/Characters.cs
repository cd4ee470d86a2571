namespace FluentProfiles.Analyzers.Symbols;

/// <summary>Counts the characters of a text as the library and the service do.</summary>
internal static class Characters
{
    /// <summary>The number of Unicode code points: a surrogate pair is one.</summary>
    public static int CountIn(string text)
    {
        var count = text.Length;
        for (var position = 1; position < text.Length; position++)
        {
            if (char.IsSurrogatePair(text[position - 1], text[position]))
                count--;
        }
        return count;
    }
}
