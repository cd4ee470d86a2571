namespace FluentProfiles.Benchmarks.Scenarios;

/// <summary>What the rows of a scenario are called: the report finds them by it.</summary>
internal static class Rows
{
    public const string HandWritten = "hand-written loop";
    public const string Lean = "the same, its class with no more than the fields needed";
    public const string Ours = "FluentProfiles";
    public const string OursOverFlurl = "FluentProfiles over Flurl";
    public const string Flurl = "Flurl by hand";
    public const string Sdk = "official SDK";
    public const string Sequential = "FluentProfiles, a page at a time";
}
