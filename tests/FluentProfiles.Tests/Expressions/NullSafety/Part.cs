namespace FluentProfiles.Tests.Expressions.NullSafety;

/// <summary>Profiles with and without each part that a condition may look for.</summary>
internal static class Part
{
    public static readonly DateTimeOffset Start = new(2026, 5, 1, 13, 14, 15, TimeSpan.Zero);

    private static readonly string?[] Names = ["", "Bea u", " x", null];

    private static readonly ProfileMap<string>[] Maps =
    [
        new(),
        new() { ["plan"] = "pro", ["seat"] = "12" },
        new() { ["plan"] = "Bea u" },
    ];

    private static readonly Programs[] Enrolments =
    [
        new(),
        new() { Cyber = new() },
        new()
        {
            Cyber = new()
            {
                Status = ProgramStatus.Active,
                Requirements = new() { DataRetention = true },
            },
        },
        new()
        {
            Cyber = new()
            {
                Status = "odd",
                Tiers = new() { ["one"] = new() { Status = TierStatus.Active } },
            },
        },
    ];

    private static readonly ExternalUserDetails[] Details =
    [
        new(),
        new()
        {
            Country = "DE",
            OnboardedAt = Start,
            AccountStatus = AccountStatus.Active,
        },
    ];

    private static readonly EnforcementAction[][] Actions =
    [
        [],
        [
            new()
            {
                Id = "enac_1",
                Reason = EnforcementReason.HighHarm,
                OpenedAt = Start,
            },
            new(),
        ],
    ];

    // Newest first, as a query gives them.
    public static readonly UserProfile[] Combinations =
    [
        .. from name in Names
        from map in Maps
        from programs in Enrolments
        from details in Details
        from actions in Actions
        select new UserProfile
        {
            Id = $"u{name?.Length}_{map.Count}",
            Name = name,
            Metadata = map,
            Programs = programs,
            ExternalUserDetails = details,
            EnforcementActions = actions,
            EnforcementStatus = programs.Cyber is null ? default : EnforcementStatus.Banned,
            CreatedAt = name is null ? default : Start,
            UpdatedAt = Start.AddHours(map.Count),
        },
    ];
}
