using System.Globalization;

namespace FluentProfiles.Emulator.Data;

/// <summary>Makes the platform's own pairs: three as a rule.</summary>
internal static class MetadataMaker
{
    private static readonly string[] Plans =
    [
        "free",
        "free",
        "free",
        "free",
        "free",
        "pro",
        "pro",
        "pro",
        "team",
        "enterprise",
    ];
    private static readonly string[] Regions = ["us", "us", "eu", "eu", "apac", "latam"];
    private static readonly string[] Seats =
    [
        .. Enumerable.Range(1, 500).Select(seat => seat.ToString(CultureInfo.InvariantCulture)),
    ];

    public static ProfileMap<string> Make(ref Dice dice)
    {
        if (dice.PerMille(40))
            return ProfileMap<string>.Empty;
        List<KeyValuePair<string, string>> pairs = new(4) { new("plan", dice.Pick(Plans)) };
        if (dice.PerMille(950))
            pairs.Add(new("region", dice.Pick(Regions)));
        if (dice.PerMille(900))
            pairs.Add(new("seat", dice.Pick(Seats)));
        if (dice.PerMille(100))
            pairs.Add(new("beta_tester", "yes"));
        return new ProfileMap<string>(pairs);
    }
}
