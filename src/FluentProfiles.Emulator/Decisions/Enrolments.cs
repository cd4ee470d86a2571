using FluentProfiles.Emulator.Data;
using FluentProfiles.Emulator.Writes;

namespace FluentProfiles.Emulator.Decisions;

/// <summary>An enrolment in a given state: a tier or feature is active only where the program is, and one is active where it
/// is.</summary>
internal static class Enrolments
{
    public static CyberProgram? Cyber(CyberProgram? was, ProgramStatus status)
    {
        if (status == default)
            return null;
        var active = status == ProgramStatus.Active;
        return new Patch<CyberProgram>(was ?? new())
            .Set(nameof(CyberProgram.Status), status)
            .Set(nameof(CyberProgram.Requirements), active ? was?.Requirements ?? new() { DataRetention = true } : null)
            .Set(
                nameof(CyberProgram.Tiers),
                Parts(was?.Tiers, ProgramsMaker.Tiers, active, IsActive, ProgramsMaker.Tier)
            )
            .Result;
    }

    public static EfsProgram? Efs(EfsProgram? was, ProgramStatus status)
    {
        if (status == default)
            return null;
        var active = status == ProgramStatus.Active;
        return new Patch<EfsProgram>(was ?? new())
            .Set(nameof(EfsProgram.Status), status)
            .Set(
                nameof(EfsProgram.Features),
                Parts(was?.Features, ProgramsMaker.Features, active, IsActive, ProgramsMaker.Feature)
            )
            .Result;
    }

    private static ProfileMap<T> Parts<T>(
        ProfileMap<T>? was,
        string[] names,
        bool active,
        Func<T, bool> isActive,
        Func<bool, T> make
    )
        where T : class
    {
        if (active && was is not null && was.Values.Any(isActive))
            return was;
        var known = was is { Count: > 0 } ? was.Keys : names;
        return new(known.Select((name, i) => KeyValuePair.Create(name, make(active && i == 0))));
    }

    private static bool IsActive(CyberTier tier) => tier.Status == TierStatus.Active;

    private static bool IsActive(EfsFeature feature) => feature.Status == FeatureStatus.Active;
}
