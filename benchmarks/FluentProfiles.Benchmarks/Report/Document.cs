using System.Text.RegularExpressions;

namespace FluentProfiles.Benchmarks.Report;

/// <summary>A text written by people, in which some places are filled with what was measured: between
/// <c>&lt;!-- measured: NAME --&gt;</c> and <c>&lt;!-- end --&gt;</c>.</summary>
internal static partial class Document
{
    /// <exception cref="KeyNotFoundException">The text has a place that nothing is known for.</exception>
    public static string Fill(string text, IReadOnlyDictionary<string, string> parts) =>
        Place()
            .Replace(
                text,
                place =>
                    $"{place.Groups["start"].Value}\n{parts[place.Groups["name"].Value]}\n{place.Groups["end"].Value}"
            );

    [GeneratedRegex("(?<start><!-- measured: (?<name>[a-z]+) -->)\n.*?(?<end><!-- end -->)", RegexOptions.Singleline)]
    private static partial Regex Place();
}
