using System.Linq.Expressions;
using FluentProfiles.Tests.Properties.Expressions.Captured;

namespace FluentProfiles.Tests.Planning.Filters;

/// <summary>What only looks like a comparison, or like a search, that the service can answer.</summary>
public sealed class LookalikeTests
{
    private static readonly DateTimeOffset Middle = TestProfiles.Start.AddMinutes(4);
    private static readonly DateTime Clock = Middle.UtcDateTime;
    private static readonly DateTime? Unset = null;
    private static readonly DateTime? Set = Clock;
    private static readonly object BoxedClock = Clock;
    private static readonly object BoxedMiddle = Middle;
    private static readonly string Id = TestProfiles.IdOf(2);
    private static readonly LookalikeList<string> Own = new(Id, TestProfiles.IdOf(3));
    private static readonly Pattern? NoPattern = null;
    private static readonly Pattern Second = new(Id);
    private static readonly Deadline? NoDeadline = null;
    private static readonly Deadline Until = new(Middle);
    private static readonly Flag On = new(true);
    private static readonly ParameterExpression Profile = Expression.Parameter(typeof(UserProfile), "p");
    private static readonly Expression CreatedAt = Expression.Property(Profile, nameof(UserProfile.CreatedAt));

    private static readonly Expression<Func<UserProfile, bool>>[] Conditions =
    [
        p => Lookalike.Compare(p.CreatedAt, Middle) < 0,
        p => Lookalike.Compare(Middle, p.CreatedAt) < 0,
        p => 0 < Lookalike.Compare(p.CreatedAt, Middle),
        p => Lookalike.Compare(p.CreatedAt.UtcDateTime, Clock) >= 0,
        p => Lookalike.Compare(p.CreatedAt - Middle, TimeSpan.Zero) > 0,
        p => p.CreatedAt.CompareTo(Middle, "") < 0,
        p => Nullable.Compare(p.CreatedAt.UtcDateTime, Unset) > 0,
        p => Nullable.Compare(p.CreatedAt.UtcDateTime, Set) > 0,
        p => p.CreatedAt.UtcDateTime.CompareTo((object?)null) > 0,
        p => (p.CreatedAt - Middle).CompareTo(null) != 0,
        p => Lookalike.Equals(p.Id, Id, StringComparison.Ordinal),
        p => Lookalike.Equals(Id, p.Id, StringComparison.Ordinal),
        p => Lookalike.Equals(p.Id, Id),
        p => Lookalike.Equals(p.EnforcementStatus.ToString(), "banned", StringComparison.Ordinal),
        p => Own.Any(id => id == p.Id),
        p => !Own.Any(id => id == p.Id),
        p => Own.All(id => id != p.Id),
        p => Own.Exists(id => id == p.Id),
        p => Own.TrueForAll(id => id != p.Id),
        p => Own.IndexOf(p.Id) >= 0,
        p => p.CreatedAt.Equals(BoxedClock),
        p => !p.CreatedAt.Equals(BoxedClock),
        p => Equals(p.CreatedAt, Middle.UtcTicks),
        p => Equals(p.CreatedAt.UtcTicks, Clock),
        p => Equals(Clock, p.CreatedAt),
        p => p.CreatedAt.UtcDateTime.Equals(BoxedMiddle),
        p => ((object)p.CreatedAt).Equals(Set),
        p => Equals(p.CreatedAt - Middle, 0L),
        p => Equals((p.CreatedAt - Middle).Days, 0L),
        p => p.CreatedAt.Year.Equals((object)2026L),
        p => p.Id == NoPattern,
        p => p.Id != NoPattern,
        p => NoPattern == p.Id,
        p => NoPattern != p.Name,
        p => p.Name == NoPattern,
        p => !(p.Name != NoPattern),
        p => p.Id == Second,
        p => Second != p.Id,
        p => p.EnforcementStatus.ToString() == NoPattern,
        p => p.CreatedAt < NoDeadline,
        p => !(p.CreatedAt < NoDeadline),
        p => p.CreatedAt >= NoDeadline,
        p => p.CreatedAt > Until,
        p => p.Id == Id & On,
        p => p.Id == Id | On,
        p => (p.EnforcementStatus == EnforcementStatus.Banned) & On,
    ];

    private static readonly Expression<Func<UserProfile, bool>>[] HandMade =
    [
        ByHand(Expression.Equal, Expression.Property(Profile, "Id"), Id, typeof(string), "op_Inequality"),
        ByHand(Expression.NotEqual, Expression.Property(Profile, "Id"), Id, typeof(string), "op_Equality"),
        ByHand(Expression.LessThan, CreatedAt, Middle, typeof(DateTimeOffset), "op_GreaterThan"),
        ByHand(Expression.Equal, CreatedAt, Middle, typeof(DateTimeOffset), "op_LessThan"),
        Expression.Lambda<Func<UserProfile, bool>>(
            Expression.GreaterThan(
                Expression.Subtract(CreatedAt, Expression.Constant(Middle), Method(typeof(Lookalike), "Reversed")),
                Expression.Constant(TimeSpan.Zero)
            ),
            Profile
        ),
        Expression.Lambda<Func<UserProfile, bool>>(
            Expression.LessThan(
                Expression.Call(CreatedAt, nameof(DateTimeOffset.CompareTo), null, Expression.Constant(Middle)),
                Expression.Constant(0),
                liftToNull: false,
                Method(typeof(Lookalike), nameof(Lookalike.IsMore))
            ),
            Profile
        ),
    ];

    private static readonly Expression<Func<UserProfile, bool>>[] Throwing =
    [
        p => p.CreatedAt.UtcDateTime.CompareTo(BoxedMiddle) > 0,
        p => (p.CreatedAt - Middle).CompareTo(BoxedClock) > 0,
        p => p.CreatedAt + TimeSpan.FromDays(4_000_000) > Middle,
        p => p.CreatedAt - TimeSpan.FromDays(4_000_000) > Middle,
        p => p.CreatedAt.AddDays(-900_000) < Middle,
        p => p.CreatedAt.UtcDateTime.AddTicks(long.MaxValue / 3) > Clock,
        p => p.CreatedAt.AddDays(2_000_000).AddDays(1_500_000).UtcTicks > 0,
        p => p.CreatedAt - Middle + TimeSpan.MaxValue + TimeSpan.FromDays(1) > TimeSpan.Zero,
        p => Middle + (DateTimeOffset.MaxValue - p.CreatedAt) + TimeSpan.FromDays(1_000) > Middle,
    ];

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, Conditions.Length)];

    public static TheoryData<int> HandMadeRows => [.. Enumerable.Range(0, HandMade.Length)];

    public static TheoryData<int> ThrowingRows => [.. Enumerable.Range(0, Throwing.Length)];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Lookalike_MeansWhatItsOwnCodeDoes(int row) => await AssertLikeLinq(Conditions[row]);

    [Theory]
    [MemberData(nameof(HandMadeRows))]
    public async Task OperatorWithAnotherMethod_StaysOnTheClient(int row)
    {
        await AssertLikeLinq(HandMade[row]);
        var plan = ProfileQuery.FromItems(TestProfiles.Many(9)).Where(HandMade[row]).Explain();

        Assert.Equal((0, null), (plan.Lookups, plan.StopsWhen));
        Assert.NotEmpty(plan.OnClient);
    }

    [Theory]
    [MemberData(nameof(ThrowingRows))]
    public async Task ConditionThatThrowsInLinq_ThrowsTheSame(int row)
    {
        var profiles = TestProfiles.Many(9);
        var expected = Record.Exception(() => profiles.Count(Throwing[row].Compile()));

        var failure = await Record.ExceptionAsync(async () =>
            await ProfileQuery.FromItems(profiles).CountAsync(Throwing[row])
        );

        Assert.NotNull(expected);
        Assert.IsType(expected.GetType(), failure);
    }

    private static async Task AssertLikeLinq(Expression<Func<UserProfile, bool>> condition)
    {
        await using var service = await TestService.StartAsync(9);
        var expected = TestProfiles.Many(9).Where(condition.Compile()).Select(p => p.Id).Order().ToList();

        var found = await service.Query().Where(condition).Select(p => p.Id).ToListAsync();
        var inMemory = await ProfileQuery.FromItems(TestProfiles.Many(9)).CountAsync(condition);

        Assert.Equal(expected, found.Order());
        Assert.Equal(expected.Count, inMemory);
    }

    private static Expression<Func<UserProfile, bool>> ByHand(
        Func<Expression, Expression, bool, System.Reflection.MethodInfo?, BinaryExpression> comparison,
        Expression left,
        object right,
        Type type,
        string method
    ) =>
        Expression.Lambda<Func<UserProfile, bool>>(
            comparison(left, Expression.Constant(right), false, Method(type, method)),
            Profile
        );

    private static System.Reflection.MethodInfo Method(Type type, string name) => type.GetMethod(name)!;
}
