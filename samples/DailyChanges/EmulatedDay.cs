using FluentProfiles;
using FluentProfiles.Emulator;

namespace DailyChanges;

/// <summary>What may happen to a service in a day: one profile is new, one goes, one is banned, one gets another
/// name.</summary>
internal static class EmulatedDay
{
    public static void Pass(ProfileEmulator emulator)
    {
        var profiles = emulator.Profiles;
        var tomorrow = profiles.Max(p => p.UpdatedAt).AddDays(1);

        emulator.Add(
            new()
            {
                Name = "Newcomer & Sons",
                CreatedAt = tomorrow,
                UpdatedAt = tomorrow,
                EnforcementStatus = EnforcementStatus.Unrestricted,
            }
        );
        emulator.Remove(profiles[0].Id);
        Replace(profiles[1], profiles[1].Name, EnforcementStatus.Banned);
        Replace(profiles[2], "Renamed Ltd.", profiles[2].EnforcementStatus);

        void Replace(UserProfile old, string? name, EnforcementStatus status)
        {
            emulator.Remove(old.Id);
            emulator.Add(old with { Name = name, UpdatedAt = tomorrow, EnforcementStatus = status });
        }
    }
}
