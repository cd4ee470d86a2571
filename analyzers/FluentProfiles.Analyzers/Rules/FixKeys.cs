using System.Collections.Immutable;

namespace FluentProfiles.Analyzers;

/// <summary>What an analyzer tells a fixer, so that the fixer need not find it out again.</summary>
internal static class FixKeys
{
    /// <summary>The text to put in place of the diagnostic's span.</summary>
    public const string Text = "text";

    /// <summary>The same for a second way to mend it.</summary>
    public const string NextText = "next";

    /// <summary>There where nothing else needs what the fixer removes.</summary>
    public const string Removal = "removal";

    /// <summary>For each additional location, the text to put there, joined by semicolons; absent where a place can't be
    /// mended.</summary>
    public const string Paths = "paths";

    /// <summary>The same for the second way.</summary>
    public const string NextPaths = "nextPaths";

    public static ImmutableDictionary<string, string?> Of(string key, string? value) =>
        ImmutableDictionary<string, string?>.Empty.Add(key, value);
}
