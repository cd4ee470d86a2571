namespace FluentProfiles.Emulator.Tests;

internal static class Samples
{
    public const string V1 = "user-profiles-2026-03-24";
    public const string V2 = "user-profiles-2026-08-18";
    public const string V3 = "user-profiles-2026-09-04";

    private static readonly DateTimeOffset Start = new(2026, 5, 1, 12, 34, 56, TimeSpan.Zero);

    public static UserProfile Named(string id, string? name, int minute = 0) =>
        new()
        {
            Id = id,
            Name = name,
            CreatedAt = Start.AddMinutes(minute),
            EnforcementStatus = EnforcementStatus.Unrestricted,
        };

    public static UserProfile[] Many(int count, Func<int, EnforcementStatus>? status = null) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => new UserProfile
                {
                    Id = $"uprof_{i:D4}",
                    CreatedAt = Start.AddMinutes(i),
                    EnforcementStatus = status?.Invoke(i) ?? EnforcementStatus.Unrestricted,
                }),
        ];

    /// <summary>A profile with something in every field.</summary>
    public static UserProfile Full { get; } =
        new()
        {
            Id = "uprof_1",
            CreatedAt = Start.AddTicks(7890120),
            UpdatedAt = new(2026, 6, 2, 3, 2, 3, 500, TimeSpan.FromHours(2)),
            Name = "Łódź \"Acme\"",
            Metadata = new() { ["plan"] = "pro" },
            TrustGrants = new() { ["cyber"] = new() { Status = TrustGrantStatus.Active } },
            ExternalId = "user-17",
            Relationship = Relationship.Resold,
            AccessType = AccessType.Passthrough,
            ExternalUserOnboardedAt = Start,
            ExternalUserDetails = new()
            {
                Country = "US",
                ReferenceId = "user-17",
                OnboardedAt = Start,
            },
            EnforcementStatus = EnforcementStatus.Banned,
            EnforcementActions =
            [
                new()
                {
                    Id = "enac_1",
                    Type = EnforcementActionType.Ban,
                    OpenedAt = Start,
                    Reason = EnforcementReason.HighHarm,
                },
            ],
            Programs = new()
            {
                Cyber = new()
                {
                    Status = ProgramStatus.Active,
                    Requirements = new() { DataRetention = true },
                    Tiers = new() { ["a"] = new() { Status = TierStatus.Active } },
                },
                Efs = new()
                {
                    Status = ProgramStatus.Pending,
                    Features = new() { ["cmek"] = new() { Status = FeatureStatus.Inactive } },
                },
            },
        };
}
