namespace FluentProfiles.Emulator.Data;

/// <summary>Makes one generated profile, with every field of every revision.</summary>
internal sealed class ProfileMaker(
    int seed,
    int sequence,
    DateTimeOffset createdAt,
    CustomerKind kind,
    EnforcementStatus status
)
{
    // The latest generated change lies 20 days after the latest creation.
    private const ulong MicrosecondsToChange = 20UL * 24 * 60 * 60 * 1_000_000;

    private Dice dice = Dice.Of(seed, sequence, 6);

    public UserProfile Make()
    {
        var details = DetailsMaker.Make(ref dice, sequence, createdAt, kind);
        var updatedAt = createdAt.AddMicroseconds(dice.Next() % MicrosecondsToChange);
        var programs = ProgramsMaker.Make(ref dice);
        return new UserProfile
        {
            Id = ProfileIds.Of(seed, sequence),
            CreatedAt = createdAt,
            UpdatedAt = updatedAt,
            Name = kind.Name,
            Metadata = MetadataMaker.Make(ref dice),
            TrustGrants = ProgramsMaker.GrantsOf(ref dice, programs),
            ExternalId = details.ReferenceId,
            Relationship = kind.Relationship,
            AccessType = LegacyFields.AccessTypeOf(kind.Relationship),
            ExternalUserOnboardedAt = details.OnboardedAt,
            ExternalUserDetails = details,
            EnforcementStatus = status,
            EnforcementActions = ActionsMaker.Make(ref dice, status, createdAt, updatedAt),
            Programs = programs,
        };
    }
}
