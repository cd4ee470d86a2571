using CsCheck;

namespace FluentProfiles.Tests.Properties.Data;

/// <summary>Random profiles. Every field that a revision serves is filled, so that the shapes differ.</summary>
internal static class ProfileGen
{
    private static readonly Gen<Action<Dictionary<string, string>>> Pair = Gen.Select(
        Values.Keys,
        Values.Texts,
        (key, value) => (Action<Dictionary<string, string>>)(map => map[key] = value)
    );

    private static readonly Gen<ProfileMap<string>> Metadata = Pair.Array[0, 3]
        .Select(pairs =>
        {
            Dictionary<string, string> map = [];
            Array.ForEach(pairs, add => add(map));
            return new ProfileMap<string>(map);
        });

    private static readonly Gen<ExternalUserDetails> Details = Gen.Select(
        Values.Country,
        Gen.Frequency<DateTimeOffset?>((1, Gen.Const((DateTimeOffset?)null)), (3, Values.Moments(6).Select(Nullable))),
        Gen.OneOf<AccountStatus>(default, AccountStatus.Active, AccountStatus.Suspended),
        (country, onboarded, status) =>
            new ExternalUserDetails
            {
                Country = country,
                OnboardedAt = onboarded,
                AccountStatus = status,
            }
    );

    private static readonly Gen<CyberProgram?> Cyber = Gen.Select(
        Gen.Int[0, 3],
        Values.ProgramStatuses,
        Gen.Bool,
        (kind, status, flag) =>
            kind == 0
                ? null
                : new CyberProgram
                {
                    Status = status,
                    Requirements = kind == 1 ? null : new() { DataRetention = flag, HumanReview = kind == 2 },
                    Tiers = kind == 2 ? [] : new() { ["one"] = new() { Status = TierStatus.Active } },
                }
    );

    private static readonly Gen<EnforcementAction> Action = Gen.Select(
        Gen.OneOf(EnforcementActionType.Ban, EnforcementActionType.Restriction),
        Gen.OneOf<RequiredAction>(default, RequiredAction.Verify),
        Values.Moments(6),
        Gen.Bool,
        (type, action, time, ends) =>
            new EnforcementAction
            {
                Id = "enac_1",
                Type = type,
                Action = action,
                OpenedAt = time,
                ExpiresAt = ends ? time.AddDays(1) : null,
                Reason = EnforcementReason.HighHarm,
            }
    );

    /// <summary>A profile that lacks only its number, created at one of <paramref name="moments"/> moments.</summary>
    public static Gen<Func<int, UserProfile>> One(int moments) =>
        Gen.Select(
            Gen.Select(Values.Moments(moments), Values.Moments(6), Values.NamesOrNull, Metadata),
            Gen.Select(Details, Cyber, Action.Array[0, 2], Values.KnownStatuses),
            Gen.Int[0, 3],
            (basics, parts, kind) =>
                (Func<int, UserProfile>)(
                    number => new UserProfile
                    {
                        Id = TestProfiles.IdOf(number),
                        CreatedAt = basics.Item1,
                        UpdatedAt = basics.Item2,
                        Name = basics.Item3,
                        Metadata = basics.Item4,
                        ExternalUserDetails = parts.Item1,
                        Programs = new() { Cyber = parts.Item2, Efs = Efs(kind) },
                        EnforcementActions = parts.Item3,
                        EnforcementStatus = parts.Item4,
                        AccessType = kind == 0 ? AccessType.Passthrough : AccessType.Application,
                        Relationship = kind == 0 ? Relationship.Resold : Relationship.External,
                        ExternalId = kind == 1 ? null : $"user-{kind}",
                        ExternalUserOnboardedAt = parts.Item1.OnboardedAt,
                        TrustGrants = kind == 2 ? [] : new() { ["cyber"] = new() { Status = TrustGrantStatus.Active } },
                    }
                )
        );

    private static EfsProgram? Efs(int kind) =>
        kind < 2 ? null : new() { Status = kind == 2 ? ProgramStatus.Active : ProgramStatus.Pending };

    private static DateTimeOffset? Nullable(DateTimeOffset time) => time;
}
