namespace FluentProfiles.Tests.KilledConsumer;

/// <summary>What the consumer may be asked to read.</summary>
public static class Queries
{
    public static IReadOnlyDictionary<string, Func<ProfileQuery<UserProfile>, ProfileQuery<string>>> ByName { get; } =
        new Dictionary<string, Func<ProfileQuery<UserProfile>, ProfileQuery<string>>>
        {
            ["everything"] = query => query.WithPageSize(10).Select(p => p.Id),
            ["by name"] = query => query.WithPageSize(10).OrderBy(p => p.Name).Select(p => p.Id),
            ["filtered"] = query =>
                query
                    .WithPageSize(10)
                    .Where(p => p.EnforcementStatus != "banned" && p.CreatedAt < DateTimeOffset.UtcNow)
                    .Skip(25)
                    .Take(1_500)
                    .Select(p => p.Id),
            ["from both ends"] = query => query.WithPageSize(10).WithTwoEndedScan().Select(p => p.Id),
        };
}
