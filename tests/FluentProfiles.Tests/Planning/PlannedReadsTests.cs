using FluentProfiles.Model.Schema;
using FluentProfiles.Planning;

namespace FluentProfiles.Tests.Planning;

/// <summary>Which fields of a profile are read, and when: a profile that fails the leading steps is never built.</summary>
public sealed class PlannedReadsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, (Func<ProfileQuery<UserProfile>, QueryPlan> Plan, string Reads)> Cases =
        new()
        {
            ["everything"] = (q => q.Explain(), "at once, all, leave"),
            ["condition"] = (q => q.Where(p => p.Name == "x").Explain(), "1 step on name, then all, leave"),
            ["conditions"] = (
                q => q.Where(p => p.CreatedAt > Noon && p.Name == "x").Skip(2).Explain(),
                "3 step on created_at name, then all, leave"
            ),
            ["condition that is compiled"] = (
                q => q.Where(p => p.Name!.Length + 1 == 2).Explain(),
                "at once, all, leave"
            ),
            ["code"] = (q => q.WhereOnClient(p => p.Name == "x").Explain(), "at once, all, leave"),
            ["Take alone"] = (q => q.Take(3).Explain(), "at once, all, leave"),
            ["Take of what passes"] = (
                q => q.Where(p => p.Name == "x").Take(3).Explain(),
                "2 step on created_at name, then all, leave"
            ),
            ["Skip alone"] = (q => q.Skip(3).Explain(), "1 step on created_at, then all, leave"),
            ["selected"] = (q => q.Select(p => p.Id).Explain(), "at once, id, stay"),
            ["selected of what passes"] = (
                q => q.Where(p => p.Name == "x").Select(p => p.Metadata["plan"]).Explain(),
                "1 step on name, then metadata, stay"
            ),
            ["selected whole"] = (
                q => q.Where(p => p.Name == "x").Select(p => new { Whole = p }).Explain(),
                "1 step on name, then all, leave"
            ),
            ["selected, read later"] = (
                q => q.Select(p => (Func<string?>)(() => p.Name)).Explain(),
                "at once, name, leave"
            ),
            ["ids"] = (q => q.Where(p => p.Id == "a" && p.Name == "x").Explain(), "at once, all, leave"),
        };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Profile_IsReadTwiceIfThatSaves(string name)
    {
        var (plan, expected) = Cases[name];

        var reads = PlannedReads.Of(plan(ProfileQuery.FromItems([])).Execution, new());

        var first = reads.FirstSteps == 0 ? "at once" : $"{reads.FirstSteps} step on {Text(reads.First)}, then";
        Assert.Equal(
            expected,
            $"{first}{(reads.FirstSteps == 0 ? "," : "")} {Text(reads.Rest)}, {(reads.ProfilesEscape ? "leave" : "stay")}"
        );
    }

    private static string Text(FieldMask fields) =>
        fields == FieldMask.All ? "all" : string.Join(' ', FieldNames.Of(fields));
}
