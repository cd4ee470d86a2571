using CsCheck;

namespace FluentProfiles.Tests.Properties.Data;

/// <summary>What the emulator holds in a case, and the settings of both sides that concern many queries.</summary>
internal sealed record DataSet(
    IReadOnlyList<UserProfile> Profiles,
    int ExaminedPerPage,
    int MaxPointLookups,
    int PrefetchPages
)
{
    private static readonly Gen<int> Counts = Gen.Frequency(
        (1, Gen.Const(0)),
        (6, Gen.Int[1, 12]),
        (4, Gen.Int[13, 110]),
        (1, Gen.Int[195, 260])
    );

    /// <summary>Many profiles of one moment, or nearly none.</summary>
    public static readonly Gen<DataSet> Any = Gen.Select(
        Gen.Select(Counts, Gen.OneOf(1, 3, 12, 500))
            .SelectMany((count, moments) => ProfileGen.One(moments).Array[count])
            .Select(profiles => profiles.Select((make, number) => make(number)).ToArray()),
        Gen.OneOf(1, 3, 20, 1000),
        Gen.OneOf(2, 4, 1000),
        Gen.Int[0, 3],
        (profiles, examined, lookups, prefetch) => new DataSet(profiles, examined, lookups, prefetch)
    );

    public string Text =>
        $"""
            UserProfile[] profiles =
            [
            {string.Join(",\n", Profiles.Select(profile => "    " + ProfileText.Of(profile)))}
            ];
            // emulator: ExaminedPerPage = {ExaminedPerPage}; client: MaxPointLookups = {MaxPointLookups}, PrefetchPages = {PrefetchPages}
            """;

    /// <summary>The same with fewer profiles, the largest part left out first; then with plainer settings.</summary>
    public IEnumerable<DataSet> Smaller()
    {
        for (var size = (Profiles.Count + 1) / 2; size > 0; size /= 2)
        {
            for (var start = 0; start < Profiles.Count; start += size)
                yield return this with
                {
                    Profiles = [.. Profiles.Take(start), .. Profiles.Skip(start + size)],
                };
        }
        if (ExaminedPerPage < 1000)
            yield return this with
            {
                ExaminedPerPage = 1000,
            };
        if (MaxPointLookups < 1000)
            yield return this with
            {
                MaxPointLookups = 1000,
            };
        if (PrefetchPages != 1)
            yield return this with
            {
                PrefetchPages = 1,
            };
    }
}
