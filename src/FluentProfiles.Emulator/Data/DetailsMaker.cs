namespace FluentProfiles.Emulator.Data;

/// <summary>Makes what the platform told of a customer.</summary>
internal static class DetailsMaker
{
    private static readonly string[] Countries =
    [
        "US",
        "US",
        "US",
        "US",
        "US",
        "US",
        "DE",
        "DE",
        "FR",
        "FR",
        "GB",
        "GB",
        "JP",
        "JP",
        "IN",
        "IN",
        "BR",
        "CA",
        "AU",
        "NL",
        "ES",
        "IT",
        "PL",
        "SE",
        "CH",
        "KR",
        "SG",
        "MX",
        "ZA",
        "NG",
        "NZ",
        "IE",
    ];

    private static readonly ExternalUserDetails Nothing = new();

    public static ExternalUserDetails Make(ref Dice dice, int sequence, DateTimeOffset createdAt, CustomerKind kind)
    {
        if (dice.PerMille(40))
            return Nothing;
        return new ExternalUserDetails
        {
            AccountStatus = AccountStatusOf(dice.Below(100)),
            Country = dice.PerMille(950) ? dice.Pick(Countries) : null,
            EmailHash = dice.PerMille(900) ? Hash(ref dice) : null,
            EntityType = dice.PerMille(930) ? kind.EntityType : default,
            NameHash = dice.PerMille(400) ? Hash(ref dice) : null,
            OnboardedAt = dice.PerMille(850) ? createdAt.AddHours(-dice.Below(9000)) : null,
            ReferenceId = string.Create(null, $"user-{sequence:D6}"),
        };
    }

    private static AccountStatus AccountStatusOf(int percent) =>
        percent switch
        {
            < 85 => AccountStatus.Active,
            < 90 => AccountStatus.Suspended,
            < 93 => AccountStatus.Blocked,
            _ => default,
        };

    private static string Hash(ref Dice dice)
    {
        Span<ulong> bits = [dice.Next(), dice.Next(), dice.Next(), dice.Next()];
        return Convert.ToHexString(System.Runtime.InteropServices.MemoryMarshal.AsBytes(bits)).ToLowerInvariant();
    }
}
