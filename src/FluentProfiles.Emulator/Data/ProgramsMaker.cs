namespace FluentProfiles.Emulator.Data;

/// <summary>Makes a customer's enrolment in programs, and the grants that older revisions show in their place.</summary>
internal static class ProgramsMaker
{
    private static readonly Programs None = new();
    public static readonly string[] Tiers = ["a", "b", "c"];
    public static readonly string[] Features = ["cmek", "data_retention_exemption", "storage"];
    private static readonly ProgramStatus[] Statuses =
    [
        ProgramStatus.Active,
        ProgramStatus.Active,
        ProgramStatus.Pending,
        ProgramStatus.Rejected,
    ];

    public static Programs Make(ref Dice dice)
    {
        var cyber = dice.PerMille(80) ? Cyber(ref dice) : null;
        var efs = dice.PerMille(30) ? Efs(ref dice) : null;
        return cyber is null && efs is null ? None : new Programs { Cyber = cyber, Efs = efs };
    }

    public static ProfileMap<TrustGrant> GrantsOf(ref Dice dice, Programs programs)
    {
        var bio = dice.PerMille(50) ? dice.Pick(Statuses) : default;
        var cyber = programs.Cyber?.Status ?? default;
        if (cyber == default && bio == default)
            return ProfileMap<TrustGrant>.Empty;
        Dictionary<string, TrustGrant> grants = [];
        if (cyber != default)
            grants["cyber"] = new TrustGrant { Status = cyber.ToString() };
        if (bio != default)
            grants["bio"] = new TrustGrant { Status = bio.ToString() };
        return grants;
    }

    private static CyberProgram Cyber(ref Dice dice)
    {
        var status = dice.Pick(Statuses);
        var active = status == ProgramStatus.Active;
        var first = dice.Below(Tiers.Length);
        return new CyberProgram
        {
            Status = status,
            Requirements = active ? new() { DataRetention = true, HumanReview = dice.PerMille(300) } : null,
            Tiers = new(Tiers.Select((tier, i) => KeyValuePair.Create(tier, Tier(active && i == first)))),
        };
    }

    public static CyberTier Tier(bool active) => new() { Status = active ? TierStatus.Active : TierStatus.Inactive };

    private static EfsProgram Efs(ref Dice dice)
    {
        var status = dice.Pick(Statuses);
        var first = status == ProgramStatus.Active ? dice.Below(Features.Length) : -1;
        return new EfsProgram
        {
            Status = status,
            Features = new(Features.Select((name, i) => KeyValuePair.Create(name, Feature(i == first)))),
        };
    }

    public static EfsFeature Feature(bool active) =>
        new() { Status = active ? FeatureStatus.Active : FeatureStatus.Inactive };
}
