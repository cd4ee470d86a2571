namespace FluentProfiles.Tests;

/// <summary>Profiles whose fields can be told from their number.</summary>
internal static class TestProfiles
{
    public static readonly DateTimeOffset Start = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly EnforcementStatus[] Statuses =
    [
        EnforcementStatus.Unrestricted,
        EnforcementStatus.Restricted,
        EnforcementStatus.Pending,
        EnforcementStatus.Banned,
    ];

    /// <summary>Profiles 0 to count - 1, the later numbers created later, a minute apart.</summary>
    public static UserProfile[] Many(int count) => [.. Enumerable.Range(0, count).Select(One)];

    /// <summary>Every 4th status the same, every 5th name null, every 2nd plan "pro".</summary>
    public static UserProfile One(int number) =>
        new()
        {
            Id = IdOf(number),
            Name = number % 5 == 0 ? null : $"{(number % 2 == 0 ? 'a' : 'B')}{number:D4}",
            CreatedAt = Start.AddMinutes(number),
            UpdatedAt = Start.AddDays(1).AddMinutes(-number),
            Metadata = number % 3 == 0 ? new() : new() { ["plan"] = number % 2 == 0 ? "pro" : "free" },
            AccessType = number % 2 == 0 ? AccessType.Application : AccessType.Passthrough,
            EnforcementStatus = Statuses[number % 4],
            ExternalUserDetails = new() { Country = number % 2 == 0 ? "US" : "DE", ReferenceId = $"user-{number}" },
            Programs = new()
            {
                Efs = new() { Status = number % 2 == 0 ? ProgramStatus.Active : ProgramStatus.Pending },
            },
        };

    public static string IdOf(int number) => $"uprof_{number:D6}";

    /// <summary>The ids of profiles, in the order given.</summary>
    public static string[] Ids(IEnumerable<int> numbers) => [.. numbers.Select(IdOf)];

    /// <summary>The ids of <paramref name="count"/> profiles from the newest of <paramref name="total"/>.</summary>
    public static string[] Newest(int total, int count) => Ids(Enumerable.Range(0, total).Reverse().Take(count));
}
