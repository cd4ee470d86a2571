using System.Linq.Expressions;
using FluentProfiles;

namespace Aot;

// Conditions of every kind: with nothing to compile with at run time they are interpreted, and find the same.
internal static partial class Queries
{
    private static readonly string?[] Names = [null, "Acme", "Bolt"];
    private static readonly string[]? NoNames = null;
    private static readonly char[] Vowels = ['a', 'e', 'i', 'o', 'u'];
    private static readonly DateOnly[] Days = [new(2026, 1, 1), default];
    private static readonly Grade[] Grades = [Grade.Low];
    private static readonly IEnumerable<Grade> GoodGrades = Grades.Where(grade => grade == Grade.Low);
    private static readonly IEnumerable<DateOnly> Mornings = Days.Where(day => day != default);
    private static readonly Dictionary<string, Grade> GradeOfPlan = new() { ["pro"] = Grade.Low };
    private static readonly Dictionary<string, int> Seats = new() { ["uprof_bare"] = 1 };
    private static readonly Dictionary<string, int> FoldedSeats = new(StringComparer.OrdinalIgnoreCase)
    {
        ["UPROF_bare"] = 1,
    };
    private static readonly List<int> Zeros = [0];
    private static readonly ProgramStatus?[] Statuses = [null, ProgramStatus.Active];

    private static readonly Dictionary<string, Expression<Func<UserProfile, bool>>> Conditions = new()
    {
        ["length of an array"] = p => p.Name!.Split(' ').Length > 1,
        ["element of an array"] = p => p.Name!.Split(' ')[0].Length > 4,
        ["arithmetic of nulls"] = p => -p.Name!.Length % 3 == 0,
        ["nulls as arguments"] = p => Math.Abs(p.Name!.Length) == 0 || Zeros.Contains(p.Metadata["none"]!.Length),
        ["unboxed"] = p => (int)(object)p.Name!.Length > 9,
        ["extension of a nullable"] = p => p.ExternalUserDetails.OnboardedAt.IsIn(2026),
        ["extension of a lifted value"] = p => p.Name!.Length.IsOdd(),
        ["names"] = p => Names.Contains(p.Name!.Split(' ')[0]),
        ["names, folded"] = p => Names.Contains(p.Name!.ToUpperInvariant(), StringComparer.OrdinalIgnoreCase),
        ["names, cut"] = p => Names.Contains(p.Name!.Substring(0)),
        ["no names"] = p => NoNames!.Contains(p.Id.Substring(1)),
        ["letters"] = p => Vowels.Contains(p.Id[p.Id.Length - 1]) || Vowels.IndexOf(p.Name![1]) >= 0,
        ["days"] = p => Days.Contains(DateOnly.FromDateTime(p.CreatedAt.UtcDateTime.Date)),
        ["grades"] = p => Grades.Contains(GradeOf(p.Id.Length)),
        ["grades of a sequence"] = p => GoodGrades.Contains(GradeOf(p.Id.Length)),
        ["grades of a sequence, with a condition"] = p => GoodGrades.Any(grade => grade == GradeOf(p.Id.Length)),
        ["grade as another"] = p => GradeOf(p.Id.Length).Equals(Grade.Low) && (int)GradeOf(p.Id.Length) == 0,
        ["days of a sequence"] = p => Mornings.Contains(DateOnly.FromDateTime(p.CreatedAt.UtcDateTime.Date)),
        ["keys"] = p => GradeOfPlan.ContainsKey(p.Metadata["plan"] ?? "none"),
        ["keys that are ids"] = p => Seats.ContainsKey(p.Id),
        ["keys that are ids, folded"] = p => FoldedSeats.ContainsKey(p.Id),
        ["sequences"] = p => p.Id.ToCharArray().SequenceEqual(p.Id.Substring(0).ToCharArray()),
        ["statuses"] = p => Statuses.Contains(p.Programs.Cyber!.Status) & p.Id.Length > 0,
        ["status of a missing part"] = p => p.Programs.Cyber!.Status.Equals(default) & p.Id.Length > 0,
        ["status as an object"] = p => Equals(p.Programs.Cyber!.Status, null),
        ["status of a text"] = p => p.EnforcementStatus == p.Metadata["none"],
        ["fallback"] = p => ((int?)p.Name!.Length ?? 0L) > 5,
    };

    private static async Task<string> Expressions()
    {
        var profiles = await Profiles.Query().Take(300).ToListAsync();
        var memory = ProfileQuery.FromItems([new() { Id = "uprof_bare" }, .. profiles]);
        foreach (var (name, condition) in Conditions)
        {
            var found = memory.Where(condition);
            Console.WriteLine($"{name}: {await found.CountAsync()}, {found.Explain().Lookups} looked up");
        }
        return string.Join(' ', await memory.Select(p => new Row(p.Id, p.Name!.Split(' ')[0])).ToListAsync());
    }

    private static bool IsIn(this DateTimeOffset? time, int year) => time?.Year == year;

    private static bool IsOdd(this int number) => number % 2 == 1;

    private static Grade GradeOf(int length) => length % 2 == 0 ? Grade.Low : Grade.High;

    private enum Grade
    {
        Low,
        High,
    }
}
