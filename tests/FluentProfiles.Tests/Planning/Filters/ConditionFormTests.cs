using System.Collections.Immutable;
using System.Linq.Expressions;
using FluentProfiles.Tests.Expressions.Captured;
using VisualBasic = Microsoft.VisualBasic.CompilerServices.Operators;

namespace FluentProfiles.Tests.Planning.Filters;

/// <summary>What a condition becomes: the requests, what stays on the client, and where the scan stops.</summary>
/// <remarks>12 profiles, a minute apart.</remarks>
public sealed class ConditionFormTests
{
    private const int Count = 12;

    private static readonly string Id = TestProfiles.IdOf(7);
    private static readonly string Upper = Id.ToUpperInvariant();
    private static readonly string[] Ids = [Id, TestProfiles.IdOf(9)];
    private static readonly List<string> List = [Id];
    private static readonly List<string> Pair = [.. Ids];
    private static readonly ImmutableList<string> Immutable = [Id];
    private static readonly ImmutableList<string>.Builder Builder = Immutable.ToBuilder();
    private static readonly EnforcementStatus[] Statuses = ["banned"];
    private static readonly DateTimeOffset[] Times = [At(8), At(4)];
    private static readonly FoldingSet Folding = new([Upper]);
    private static readonly ParameterExpression Profile = Expression.Parameter(typeof(UserProfile), "p");

    private static readonly Dictionary<string, (Expression<Func<UserProfile, bool>> Condition, string Plan)> Rows =
        new()
        {
            // Comparisons.
            ["Equals of two times"] = (
                p => DateTimeOffset.Equals(p.CreatedAt, At(9)),
                "?limit=100; Where(p => p.CreatedAt >= 2026-05-01T00:09:00Z && p.CreatedAt <= 2026-05-01T00:09:00Z); until created_at < 2026-05-01T00:09:00Z"
            ),
            ["Equals of two clocks"] = (
                p => DateTime.Equals(p.CreatedAt.UtcDateTime, At(9).UtcDateTime),
                "?limit=100; Where(p => p.CreatedAt >= 2026-05-01T00:09:00Z && p.CreatedAt <= 2026-05-01T00:09:00Z); until created_at < 2026-05-01T00:09:00Z"
            ),
            ["Equals of two spans"] = (
                p => TimeSpan.Equals(p.CreatedAt - At(9), TimeSpan.Zero),
                "?limit=100; Where(p => p.CreatedAt >= 2026-05-01T00:09:00Z && p.CreatedAt <= 2026-05-01T00:09:00Z); until created_at < 2026-05-01T00:09:00Z"
            ),
            ["ordinal sign is one"] = (
                p => string.CompareOrdinal(p.Id, Id) == 1,
                "?limit=100; Where(p => String.CompareOrdinal(p.Id, \"uprof_000007\") == 1)"
            ),
            ["ordinal sign differs from one"] = (
                p => string.Compare(p.Id, Id, StringComparison.Ordinal) != 1,
                "?limit=100; Where(p => String.Compare(p.Id, \"uprof_000007\", Ordinal) != 1)"
            ),
            ["sign without case"] = (
                p => string.Compare(p.Id, Upper, StringComparison.OrdinalIgnoreCase) == 0,
                "?limit=100; Where(p => String.Compare(p.Id, \"UPROF_000007\", OrdinalIgnoreCase) == 0)"
            ),
            ["sign of a culture"] = (
                p => string.Compare(p.Id, Id, false) == 0,
                "?limit=100; Where(p => String.Compare(p.Id, \"uprof_000007\", false) == 0)"
            ),
            ["hash of a time"] = (
                p => p.CreatedAt.GetHashCode() != 0,
                "?limit=100; Where(p => p.CreatedAt.GetHashCode() != 0)"
            ),
            ["Visual Basic's = Nothing"] = (
                p => VisualBasic.CompareString(p.EnforcementStatus.ToString(), null, false) == 0,
                "?limit=100; Where(p => Operators.CompareString(p.EnforcementStatus.ToString(), null, false) == 0)"
            ),
            ["Visual Basic's <> Nothing"] = (
                p => VisualBasic.CompareString(p.EnforcementStatus.ToString(), null, false) != 0,
                "?limit=100; Where(p => Operators.CompareString(p.EnforcementStatus.ToString(), null, false) != 0)"
            ),
            ["text of a status is not null"] = (p => p.EnforcementStatus.ToString() != null, "?limit=100"),

            // Logic.
            ["membership is true"] = (p => List.Contains(p.Id) == true, "/uprof_000007"),
            ["membership equals true"] = (p => List.Contains(p.Id).Equals(true), "/uprof_000007"),
            ["Exists is true"] = (p => List.Exists(id => id == p.Id) == true, "/uprof_000007"),
            ["Exists equals true"] = (p => List.Exists(id => id == p.Id).Equals(true), "/uprof_000007"),
            ["lifted membership is true"] = (p => (bool?)List.Contains(p.Id) == true, "/uprof_000007"),
            ["Visual Basic's membership is true"] = (
                By(
                    p => List.Contains(p.Id),
                    member => ToBoolean(Expression.Equal(Nullable(member), Nullable(true), true, null))
                ),
                "?limit=100; Where(p => (bool)([\"uprof_000007\"].Contains(p.Id) == true))"
            ),
            ["or false"] = (
                By(p => p.Id == Id, equal => Expression.Coalesce(Nullable(equal), Expression.Default(typeof(bool)))),
                "/uprof_000007"
            ),
            ["or true"] = (
                By(p => p.Id == Id, equal => Expression.Coalesce(Nullable(equal), Expression.Constant(true))),
                "?limit=100; Where(p => (p.Id == \"uprof_000007\") ?? true)"
            ),
            ["& of the caller's"] = (
                By(
                    p => p.Id == Id,
                    equal => Expression.And(equal, equal, typeof(ConditionFormTests).GetMethod(nameof(Neither))!)
                ),
                "?limit=100; Where(p => (p.Id == \"uprof_000007\") & (p.Id == \"uprof_000007\"))"
            ),
            ["conversion of the caller's"] = (
                p => (bool)(Inverse)(p.EnforcementStatus == "banned"),
                "?limit=100; Where(p => p.EnforcementStatus == \"banned\")"
            ),
            ["Visual Basic's >= of a time"] = (
                By(p => (DateTimeOffset?)p.CreatedAt >= At(9), AsVisualBasicDoes),
                "?limit=100; Where(p => p.CreatedAt >= 2026-05-01T00:09:00Z); until created_at < 2026-05-01T00:09:00Z"
            ),
            ["Visual Basic's = of a status"] = (
                By(p => (EnforcementStatus?)p.EnforcementStatus == EnforcementStatus.Banned, AsVisualBasicDoes),
                "?limit=100&enforcement_status%5B%5D=banned"
            ),

            // Alternatives.
            ["a status within a time, or a time"] = (
                p => (p.CreatedAt >= At(2) && p.EnforcementStatus == "banned") || p.CreatedAt >= At(8),
                "?limit=100; Where(p => p.CreatedAt >= 2026-05-01T00:02:00Z); Where(p => (p.CreatedAt >= 2026-05-01T00:02:00+00:00 && p.EnforcementStatus == \"banned\") || p.CreatedAt >= 2026-05-01T00:08:00+00:00); until created_at < 2026-05-01T00:02:00Z"
            ),
            ["a time, or a status within a time"] = (
                p => p.CreatedAt >= At(8) || (p.CreatedAt >= At(2) && p.EnforcementStatus == "banned"),
                "?limit=100; Where(p => p.CreatedAt >= 2026-05-01T00:02:00Z); Where(p => p.CreatedAt >= 2026-05-01T00:08:00+00:00 || (p.CreatedAt >= 2026-05-01T00:02:00+00:00 && p.EnforcementStatus == \"banned\")); until created_at < 2026-05-01T00:02:00Z"
            ),
            ["an id within a time, or a time"] = (
                p => (p.CreatedAt >= At(2) && Ids.Contains(p.Id)) || p.CreatedAt >= At(9),
                "?limit=100; Where(p => p.CreatedAt >= 2026-05-01T00:02:00Z); Where(p => (p.CreatedAt >= 2026-05-01T00:02:00+00:00 && [\"uprof_000007\", \"uprof_000009\"].Contains(p.Id)) || p.CreatedAt >= 2026-05-01T00:09:00+00:00); until created_at < 2026-05-01T00:02:00Z"
            ),
            ["a status in two times that meet"] = (
                p =>
                    (p.EnforcementStatus == "banned" && p.CreatedAt >= At(8))
                    || (p.EnforcementStatus == "banned" && p.CreatedAt >= At(4) && p.CreatedAt < At(9)),
                "?limit=100&enforcement_status%5B%5D=banned; Where(p => p.CreatedAt >= 2026-05-01T00:04:00Z); until created_at < 2026-05-01T00:04:00Z"
            ),
            ["ids in two times that meet"] = (
                p =>
                    (Ids.Contains(p.Id) && p.CreatedAt >= At(8))
                    || (Ids.Contains(p.Id) && p.CreatedAt >= At(4) && p.CreatedAt < At(9)),
                "/uprof_000007 /uprof_000009; Where(p => p.CreatedAt >= 2026-05-01T00:04:00Z)"
            ),

            // Captured items.
            ["All are the id"] = (p => List.All(id => id == p.Id), "/uprof_000007"),
            ["All of two are the id"] = (p => Pair.All(id => id == p.Id), "nothing"),
            ["All times are before"] = (
                p => Times.All(time => p.CreatedAt >= time),
                "?limit=100; Where(p => p.CreatedAt >= 2026-05-01T00:08:00Z); until created_at < 2026-05-01T00:08:00Z"
            ),
            ["not Any time is after"] = (
                p => !Times.Any(time => p.CreatedAt < time),
                "?limit=100; Where(p => p.CreatedAt >= 2026-05-01T00:08:00Z); until created_at < 2026-05-01T00:08:00Z"
            ),
            ["Any time is before"] = (
                p => Times.Any(time => p.CreatedAt >= time),
                "?limit=100; Where(p => p.CreatedAt >= 2026-05-01T00:04:00Z); until created_at < 2026-05-01T00:04:00Z"
            ),
            ["not All times are after"] = (
                p => !Times.All(time => p.CreatedAt < time),
                "?limit=100; Where(p => p.CreatedAt >= 2026-05-01T00:04:00Z); until created_at < 2026-05-01T00:04:00Z"
            ),
            ["Exists in an immutable list"] = (p => Immutable.Exists(id => id == p.Id), "/uprof_000007"),
            ["TrueForAll of an immutable list"] = (p => !Immutable.TrueForAll(id => id != p.Id), "/uprof_000007"),
            ["Exists in a builder"] = (p => Builder.Exists(id => id == p.Id), "/uprof_000007"),
            ["position in a span"] = (p => MemoryExtensions.IndexOf(Ids, p.Id) == 0, "/uprof_000007"),
            ["set that ignores case"] = (
                p => Folding.Contains(p.Id),
                "?limit=100; Where(p => [\"UPROF_000007\"].Contains(p.Id))"
            ),
            ["id that can't be asked for"] = (p => p.Id == "", "nothing"),
            ["not an id that can't be asked for"] = (p => p.Id != "", "?limit=100; Where(p => p.Id != \"\")"),

            // Times that always or never come.
            ["since ever"] = (p => p.CreatedAt >= DateTimeOffset.MinValue, "?limit=100"),
            ["until ever"] = (p => p.CreatedAt <= DateTimeOffset.MaxValue, "?limit=100"),
            ["years since ever"] = (p => p.CreatedAt.UtcDateTime.Year >= 1, "?limit=100"),
            ["years until ever"] = (p => p.CreatedAt.UtcDateTime.Year <= 9999, "?limit=100"),
            ["no year"] = (p => p.CreatedAt.UtcDateTime.Year > 9999, "nothing"),
            ["no year before"] = (p => p.CreatedAt.UtcDateTime.Year < 1, "nothing"),
            ["any number of days"] = (p => (At(0) - p.CreatedAt).TotalDays > double.NegativeInfinity, "?limit=100"),
            ["endless days"] = (p => (At(0) - p.CreatedAt).TotalDays >= double.PositiveInfinity, "nothing"),
        };

    public static TheoryData<string> Names => [.. Rows.Keys];

    [Theory]
    [Trait("Needs", "Compiler")]
    [MemberData(nameof(Names))]
    public async Task Condition_IsSentAsWhatItMeans(string name)
    {
        var (condition, expected) = Rows[name];
        await using var service = await TestService.StartAsync(Count);
        var query = service.Query().Where(condition);
        var passing = TestProfiles.Listed(Count).Where(condition.NullSafe()).Select(p => p.Id).ToList();

        Assert.Equal(passing, await query.Select(p => p.Id).ToListAsync());
        var sent = service.Requests.Select(request => request["GET /v1/user_profiles".Length..]).Order().ToList();
        Assert.Equal(Count - passing.Count, await service.Query().Where(condition.Not()).CountAsync());
        var plan = query.Explain();
        string[] actual =
        [
            sent is [] ? "nothing" : string.Join(' ', sent),
            .. plan.OnClient.Select(step => step.Split(": the service")[0]),
            .. plan.StopsWhen is { } stop ? [$"until {stop}"] : Array.Empty<string>(),
        ];
        Assert.Equal(expected, string.Join("; ", actual));
    }

    /// <summary>True where neither is.</summary>
    public static bool Neither(bool left, bool right) => !left && !right;

    private static DateTimeOffset At(int number) => TestProfiles.Start.AddMinutes(number);

    private static Expression<Func<UserProfile, bool>> By(
        Expression<Func<UserProfile, bool>> condition,
        Func<Expression, Expression> change
    ) => condition.Update(change(condition.Body), condition.Parameters);

    private static UnaryExpression AsVisualBasicDoes(Expression comparison) =>
        comparison is BinaryExpression { NodeType: var what, Left: var left, Right: var right }
            ? ToBoolean(Expression.MakeBinary(what, left, right, true, null))
            : throw new ArgumentException($"{comparison} is no comparison.");

    private static UnaryExpression Nullable(Expression condition) => Expression.Convert(condition, typeof(bool?));

    private static ConstantExpression Nullable(bool value) => Expression.Constant(value, typeof(bool?));

    private static UnaryExpression ToBoolean(Expression condition) => Expression.Convert(condition, typeof(bool));

    private readonly record struct Inverse(bool Value)
    {
        public static implicit operator Inverse(bool value) => new(!value);

        public static implicit operator bool(Inverse inverse) => inverse.Value;
    }
}
