namespace FluentProfiles.Emulator.Data;

/// <summary>Makes the enforcement actions behind a status.</summary>
internal static class ActionsMaker
{
    private static readonly EnforcementReason[] Reasons =
    [
        EnforcementReason.UnsupportedRegion,
        EnforcementReason.FraudOrAbuse,
        EnforcementReason.HighHarm,
        EnforcementReason.UsagePolicyViolation,
        EnforcementReason.Unspecified,
    ];

    public static IReadOnlyList<EnforcementAction> Make(
        ref Dice dice,
        EnforcementStatus status,
        DateTimeOffset createdAt,
        DateTimeOffset updatedAt
    )
    {
        if (status == EnforcementStatus.Unrestricted)
            return [];
        var openedAt = Between(ref dice, createdAt, updatedAt);
        if (status == EnforcementStatus.Banned)
            return [Ban(ref dice, openedAt)];
        var first = Restriction(ref dice, openedAt, status);
        return dice.PerMille(100) ? [first, Restriction(ref dice, openedAt, status)] : [first];
    }

    private static EnforcementAction Ban(ref Dice dice, DateTimeOffset openedAt) =>
        new()
        {
            Id = Id(ref dice),
            Type = EnforcementActionType.Ban,
            OpenedAt = openedAt,
            Reason = dice.Pick(Reasons),
        };

    // A pending profile has sent its check in: until that is decided there is nothing that the customer can do.
    private static EnforcementAction Restriction(ref Dice dice, DateTimeOffset openedAt, EnforcementStatus status) =>
        new()
        {
            Id = Id(ref dice),
            Type = EnforcementActionType.Restriction,
            Action = status == EnforcementStatus.Restricted && dice.PerMille(600) ? RequiredAction.Verify : default,
            ExpiresAt = dice.PerMille(250) ? openedAt.AddDays(30 + dice.Below(60)) : null,
            OpenedAt = openedAt,
            Reason = dice.Pick(Reasons),
        };

    private static string Id(ref Dice dice)
    {
        Span<char> text = stackalloc char[Base58.Length];
        Base58.Write(new UInt128(dice.Next(), dice.Next()), text);
        return string.Concat("enac_01", text);
    }

    private static DateTimeOffset Between(ref Dice dice, DateTimeOffset from, DateTimeOffset to)
    {
        var microseconds = (ulong)((to - from).Ticks / TimeSpan.TicksPerMicrosecond);
        return from.AddTicks((long)(dice.Next() % (microseconds + 1)) * TimeSpan.TicksPerMicrosecond);
    }
}
