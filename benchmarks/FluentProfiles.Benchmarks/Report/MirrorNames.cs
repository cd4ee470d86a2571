using FluentProfiles.Benchmarks.Mirrors;

namespace FluentProfiles.Benchmarks.Report;

/// <summary>The scenarios of the mirror, each measured on every database.</summary>
internal static class MirrorNames
{
    public const string Work = "first load, the database's work";
    public const string Load = "first load, 20 ms a page";
    public const string Unchanged = "pass without a change, 20 ms a page";
    public const string Reference = "by reference";
    public const string Cached = "known reference, from the cache";
    public const string Known = "known reference, from the database";
    public const string Newest = "by a metadata pair, newest 50";
    public const string Count = "count by status";
    public const string Page = "name order, a page in the middle";
    public const string Stream = "stream of all, evaluated on the client, each profile";

    /// <summary>The place of the questions to the service.</summary>
    public const string Service = "service";

    /// <summary>What a scenario is compared with.</summary>
    public const string Compared = "compared with";

    /// <summary>The mirror's row.</summary>
    public const string Ours = "mirror";

    public static string Scenario(string name, string place) => $"Mirror, {place}: {name}";

    public static Measurement[] Of(string name, string kind, TurnTimes times) =>
        Pair(name, kind, times.Reference, times.Ours, times.Bytes);

    public static Measurement[] Pair(string name, string kind, double reference, double ours, long? bytes = null) =>
        [new(Scenario(name, kind), Compared, reference, null), new(Scenario(name, kind), Ours, ours, bytes)];
}
