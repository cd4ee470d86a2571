using System.Text.RegularExpressions;

namespace FluentProfiles.Tests.Docs.Pages;

/// <summary>The examples in the XML documentation of a source file: <c>&lt;code region="NAME"&gt;</c> holds the code of a
/// region.</summary>
internal sealed partial class CodeExamples
{
    private CodeExamples(string path)
    {
        FullPath = path;
        Name = Path.GetRelativePath(Repository.Root, path).Replace('\\', '/');
        Text = File.ReadAllText(path).ReplaceLineEndings("\n");
    }

    /// <summary>The files of the library that have examples, by their paths from the root.</summary>
    public static IReadOnlyDictionary<string, CodeExamples> All { get; } =
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Select(file => new CodeExamples(file))
            .Where(file => file.Text.Contains("/// <code", StringComparison.Ordinal))
            .ToDictionary(file => file.Name);

    public string FullPath { get; }

    public string Name { get; }

    public string Text { get; }

    /// <summary>The file with every example as it should be.</summary>
    public string Corrected => Example().Replace(Text, example => example.Groups["head"].Value + ContentOf(example));

    public IEnumerable<string> SampleNames => Example().Matches(Text).Select(example => example.Groups["name"].Value);

    /// <summary>How many examples no test compiles.</summary>
    public int UncheckedCode => AnyCode().Count(Text) - Example().Count(Text);

    public void Save(string text) => File.WriteAllText(FullPath, text);

    private static string ContentOf(Match example)
    {
        var name = example.Groups["name"].Value;
        var code = DocSamples.Code.GetValueOrDefault(name) ?? $"// There is no '{name}' in the samples.";
        var lines = code.Replace("&", "&amp;").Replace("<", "&lt;").Split('\n');
        return string.Concat(lines.Select(line => $"{example.Groups["indent"].Value}/// {line}".TrimEnd() + "\n"));
    }

    [GeneratedRegex(
        @"(?<head>^(?<indent> *)/// <code region=""(?<name>[\w-]+)"">\n)( *///(?! </code>).*\n)*(?= */// </code>)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Example();

    [GeneratedRegex(@"/// <code\b")]
    private static partial Regex AnyCode();
}
