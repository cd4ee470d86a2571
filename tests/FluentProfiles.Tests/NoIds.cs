namespace FluentProfiles.Tests;

/// <summary>Texts that can be the id of no profile, because no address can carry them.</summary>
internal static class NoIds
{
    public static IReadOnlyDictionary<string, string> ByName { get; } =
        new Dictionary<string, string>
        {
            ["empty"] = "",
            ["dot"] = ".",
            ["dots"] = "..",
            ["too long"] = new('x', 1025),
            ["longer than an address"] = new('x', 70_000),
            ["too long in UTF-8"] = new('ü', 513),
            ["too long in UTF-8, in surrogates"] = string.Concat(Enumerable.Repeat("😀", 257)),
            ["first half of a pair"] = "uprof_\ud83d",
            ["second half of a pair"] = "uprof_\ude00_1",
            ["replacement character"] = "uprof_\ufffd",
            ["zero"] = "uprof_\0",
            ["zero beside other letters"] = "ü\0",
        };
}
