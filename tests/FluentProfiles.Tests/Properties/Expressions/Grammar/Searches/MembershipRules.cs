using FluentProfiles.Tests.Properties.Expressions.Captured;

namespace FluentProfiles.Tests.Properties.Expressions.Grammar.Searches;

/// <summary>Look-ups in captured collections.</summary>
internal static class MembershipRules
{
    private static readonly Membership[] OfTypes =
    [
        new Membership<string>(),
        new Membership<int>(),
        new Membership<int?>(),
        new Membership<char>(),
        new Membership<DateTimeOffset>(),
        new Membership<DateTimeOffset?>(),
        new Membership<DateOnly>(),
        new Membership<EnforcementStatus>(),
        new Membership<EnforcementStatus?>(),
        new Membership<ProgramStatus>(),
        new Membership<DayOfWeek>(),
        new Membership<decimal>(),
        new Membership<Guid>(),
        new Membership<Guid?>(),
        new Membership<Level>(),
        new Membership<Money>(),
        new Membership<UserProfile>(),
    ];

    public static IEnumerable<Production> For(Type type) =>
        type == typeof(bool) || type == typeof(int)
            ? [new(type == typeof(bool) ? 16 : 2, draw => draw.One(OfTypes).Make(draw, type))]
            : [];
}
