using System.Linq.Expressions;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;
using FluentProfiles.Tests.Properties.Expressions.Captured;
using VisualBasic = Microsoft.VisualBasic.CompilerServices.Operators;

namespace FluentProfiles.Mirror.Tests.Querying;

/// <summary>Comparisons with null, and with texts and times that are missing, in each form: the database finds what the null
/// rule says.</summary>
public sealed class MirrorNullTests
{
    private static readonly string? Nothing = null;
    private static readonly object? NoObject = null;
    private static readonly Delivery? NoOrder = null;
    private static readonly DateTimeOffset? NoTime = null;
    private static readonly Pattern? NoPattern = null;
    private static readonly DateTimeOffset Cutoff = TestProfiles.Start;
    private static readonly DateTimeOffset Unset = default;

    // 0 has everything, 1 an empty name and nothing else, 2 nothing.
    private static readonly int[] All = [0, 1, 2];

    private static readonly (Expression<Func<UserProfile, bool>> Condition, int[] Found)[] Texts =
    [
        (p => p.Name!.Equals(Nothing), []),
        (p => !p.Name!.Equals(Nothing), All),
        (p => p.Name!.Equals(NoObject), []),
        (p => ((object)p.Name!).Equals(Nothing), []),
        (p => p.Name!.Equals(Nothing, StringComparison.Ordinal), []),
        (p => !p.Name!.Equals(Nothing, StringComparison.Ordinal), All),
        (p => Nothing!.Equals(p.Name), []),
        (p => !Nothing!.Equals(p.Name), All),
        (p => Nothing!.Equals(p.Name, StringComparison.Ordinal), []),
        (p => NoOrder!.Reference.Equals(p.Name), []),
        (p => p.Name!.Equals(NoOrder!.Reference), []),
        (p => p.Metadata["plan"]!.Equals(Nothing), []),
        (p => !p.Metadata["plan"]!.Equals(Nothing), All),
        (p => !Nothing!.Equals(p.Metadata["plan"], StringComparison.Ordinal), All),
        (p => p.ExternalUserDetails.Country!.Equals(Nothing), []),
        (p => !p.ExternalUserDetails.Country!.Equals(Nothing, StringComparison.Ordinal), All),
        (p => p.Name!.Equals(Nothing) || p.Metadata["plan"]!.Equals("pro"), [0]),
        (p => p.Name!.Equals(Nothing) == false && p.Name!.Equals("a"), [0]),
        // Where null equals null.
        (p => p.Name == Nothing, [2]),
        (p => string.Equals(p.Name, Nothing), [2]),
        (p => string.Equals(Nothing, p.Metadata["plan"], StringComparison.Ordinal), [1, 2]),
        (p => Equals(p.Name, Nothing), [2]),
        (p => StringComparer.Ordinal.Equals(p.Name, Nothing), [2]),
        (p => EqualityComparer<string>.Default.Equals(Nothing, p.ExternalUserDetails.Country), [1, 2]),
        (p => string.Compare(p.Name, Nothing, StringComparison.Ordinal) == 0, [2]),
        (p => string.CompareOrdinal(p.Name, Nothing) != 0, [0, 1]),
        (p => new[] { Nothing }.Contains(p.Name), [2]),
        (p => p.ExternalUserDetails.AccountStatus.Equals(NoObject), [1, 2]),
        (p => ((object)p.ExternalUserDetails.AccountStatus).Equals(NoObject), []),
        (p => Equals(p.ExternalUserDetails.AccountStatus, NoObject), [1, 2]),
        // To an operator of another type, null is what that type says.
        (p => p.Name == NoPattern, All),
        (p => p.Metadata["plan"] != NoPattern, []),
        // In Visual Basic null equals the empty text.
        (p => VisualBasic.CompareString(p.Name, "", false) == 0, [1, 2]),
        (p => VisualBasic.CompareString(p.Name, "", false) != 0, [0]),
        (p => !(VisualBasic.CompareString(p.Name, "", false) == 0), [0]),
        (p => VisualBasic.CompareString(p.Name, Nothing, false) == 0, [1, 2]),
        (p => VisualBasic.CompareString("", p.Metadata["plan"], false) == 0, [1, 2]),
        (p => 0 != VisualBasic.CompareString(Nothing, p.Metadata["plan"], false), [0]),
        (p => VisualBasic.CompareString(p.Name, "a", false) == 0, [0]),
        (p => VisualBasic.CompareString(p.Name, "a", false) != 0, [1, 2]),
    ];

    private static readonly (Expression<Func<UserProfile, bool>> Condition, int[] Found)[] Times =
    [
        // What is called is skipped.
        (p => p.ExternalUserDetails.OnboardedAt!.Value.CompareTo(Cutoff) > 0, [0]),
        (p => p.ExternalUserDetails.OnboardedAt!.Value.CompareTo(Cutoff) < 0, []),
        (p => p.ExternalUserDetails.OnboardedAt!.Value.CompareTo(Cutoff) != 1, [1, 2]),
        (p => p.ExternalUserDetails.OnboardedAt!.Value.CompareTo(Cutoff) != -1, All),
        (p => !(p.ExternalUserDetails.OnboardedAt!.Value.CompareTo(Cutoff) >= 0), [1, 2]),
        (p => p.ExternalUserDetails.OnboardedAt!.Value.Equals(Unset), []),
        (p => ((object)p.ExternalUserDetails.OnboardedAt!).Equals(NoObject), []),
        // What is passed is the default.
        (p => Cutoff.CompareTo(p.ExternalUserDetails.OnboardedAt!.Value) > 0, [1, 2]),
        (p => Cutoff.CompareTo(p.ExternalUserDetails.OnboardedAt!.Value) < 0, [0]),
        (p => !(Cutoff.CompareTo(p.ExternalUserDetails.OnboardedAt!.Value) <= 0), [1, 2]),
        (p => Cutoff.CompareTo((DateTimeOffset)p.ExternalUserDetails.OnboardedAt!) == 1, [1, 2]),
        (p => DateTimeOffset.Compare(p.ExternalUserDetails.OnboardedAt!.Value, Cutoff) < 0, [1, 2]),
        (p => DateTimeOffset.Compare(Cutoff, p.ExternalUserDetails.OnboardedAt!.Value) >= 0, [1, 2]),
        (p => Unset.Equals(p.ExternalUserDetails.OnboardedAt!.Value), [1, 2]),
        (p => DateTimeOffset.Equals(p.ExternalUserDetails.OnboardedAt!.Value, Unset), [1, 2]),
        (p => EqualityComparer<DateTimeOffset>.Default.Equals(Unset, p.ExternalUserDetails.OnboardedAt!.Value), [1, 2]),
        (p => p.ExternalUserDetails.OnboardedAt!.Value.CompareTo(NoOrder!.At) > 0, [0]),
        (p => p.UpdatedAt.CompareTo(NoOrder!.At) > 0, All),
        (p => DateTimeOffset.Compare(NoOrder!.At, p.UpdatedAt) < 0, All),
        (p => NoOrder!.At.CompareTo(p.UpdatedAt) < 0, []),
        (p => NoOrder!.At.CompareTo(p.UpdatedAt) != 1, All),
        // Where null equals null.
        (p => p.ExternalUserDetails.OnboardedAt.Equals(NoObject), [1, 2]),
        (p => p.ExternalUserDetails.OnboardedAt.Equals(NoTime), [1, 2]),
        (p => NoTime.Equals(p.ExternalUserDetails.OnboardedAt), [1, 2]),
        (p => p.ExternalUserDetails.OnboardedAt == NoTime, [1, 2]),
        (p => p.ExternalUserDetails.OnboardedAt!.Value > Cutoff, [0]),
        (p => p.ExternalUserDetails.OnboardedAt!.Value != Cutoff, All),
    ];

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public Task ComparisonOfTexts_GivesWhatTheNullRuleSays(DatabaseKind kind) => AssertGivesAsync(kind, Texts);

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public Task ComparisonOfTimes_GivesWhatTheNullRuleSays(DatabaseKind kind) => AssertGivesAsync(kind, Times);

    [Fact]
    public async Task EqualityWithNull_IsTheDatabases()
    {
        await using var mirror = await TestMirror.OfAsync(DatabaseKind.Sqlite, Profiles);

        Assert.Empty(mirror.Query().Where(p => p.Name!.Equals(Nothing)).Explain().OnClient);
        Assert.Empty(mirror.Query().Where(p => !p.Metadata["plan"]!.Equals(Nothing)).Explain().OnClient);
        Assert.Empty(mirror.Query().Where(p => VisualBasic.CompareString(p.Name, "", false) == 0).Explain().OnClient);
    }

    private static UserProfile[] Profiles =>
        [
            TestProfiles.One(0) with
            {
                Name = "a",
                Metadata = new() { ["plan"] = "pro" },
                ExternalUserDetails = new()
                {
                    Country = "DE",
                    OnboardedAt = Cutoff.AddHours(1),
                    AccountStatus = AccountStatus.Active,
                },
            },
            TestProfiles.One(1) with
            {
                Name = "",
                Metadata = new(),
                ExternalUserDetails = new(),
            },
            TestProfiles.One(2) with
            {
                Name = null,
                Metadata = new(),
                ExternalUserDetails = new(),
            },
        ];

    private static async Task AssertGivesAsync(
        DatabaseKind kind,
        (Expression<Func<UserProfile, bool>> Condition, int[] Found)[] rows
    )
    {
        await using var mirror = await TestMirror.OfAsync(kind, Profiles);
        foreach (var (condition, found) in rows)
        {
            var ids = await mirror.Query().Where(condition).Select(p => p.Id).ToListAsync();
            var inMemory = await ProfileQuery
                .FromItems(mirror.Profiles)
                .Where(condition)
                .Select(p => p.Id)
                .ToListAsync();

            Assert.Equal($"{condition}: {Listed(TestProfiles.Ids(found))}", $"{condition}: {Listed(ids)}");
            Assert.Equal($"{condition}: {Listed(ids)}", $"{condition}: {Listed(inMemory)}");
        }

        static string Listed(IEnumerable<string> ids) => string.Join(' ', ids.Order(StringComparer.Ordinal));
    }

    private sealed record Delivery(string Reference, DateTimeOffset At);
}
