using System.Text.Json;

namespace FluentProfiles.Tests.Resume;

/// <summary>A token that an earlier build has written.</summary>
/// <param name="Query">The name of its query.</param>
/// <param name="Stop">Where the run stopped.</param>
/// <param name="Returned">The numbers of the profiles that had been returned by then.</param>
/// <param name="Token">The token.</param>
internal sealed record GoldenToken(string Query, string Stop, int[] Returned, string Token)
{
    private const string FileName = "tokens-v3.json";

    public static IReadOnlyList<GoldenToken> All { get; } = JsonSerializer.Deserialize<GoldenToken[]>(Text(FileName))!;

    /// <summary>The tokens of the format before, by the name of the query.</summary>
    public static Dictionary<string, string> OfVersion2 =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(Text("tokens-v2.json"))!;

    /// <summary>Writes the tokens, one a line.</summary>
    public static Task WriteAsync(IEnumerable<GoldenToken> tokens) =>
        File.WriteAllTextAsync(
            Path.Combine(Repository.Root, "tests", "FluentProfiles.Tests", "Fixtures", FileName),
            $"[\n{string.Join(",\n", tokens.Select(token => JsonSerializer.Serialize(token)))}\n]\n"
        );

    private static string Text(string name) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", name));
}
