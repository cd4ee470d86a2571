using System.Linq.Expressions;

namespace FluentProfiles.Tests.Expressions.NullSafety;

/// <summary>A comparison as Visual Basic writes it is null where one side is: neither it nor its negation holds.</summary>
public sealed class LiftedToNullTests
{
    private static readonly ParameterExpression Profile = Expression.Parameter(typeof(UserProfile), "p");
    private static readonly DateTimeOffset Start = TestProfiles.Start;

    private static readonly ExpressionType[] Comparisons =
    [
        ExpressionType.Equal,
        ExpressionType.NotEqual,
        ExpressionType.LessThan,
        ExpressionType.LessThanOrEqual,
        ExpressionType.GreaterThan,
        ExpressionType.GreaterThanOrEqual,
    ];

    private static readonly Dictionary<string, (Expression Value, Func<UserProfile, IComparable?> Meant)> Values = new()
    {
        ["nothing"] = (Captured<int?>(null), _ => null),
        ["number"] = (Captured<int?>(3), _ => 3),
        ["no time"] = (Captured<DateTimeOffset?>(null), _ => null),
        ["time"] = (Captured<DateTimeOffset?>(Start.AddMinutes(2)), _ => Start.AddMinutes(2)),
        ["CreatedAt"] = (Expression.Convert(Member("CreatedAt"), typeof(DateTimeOffset?)), p => p.CreatedAt),
        ["OnboardedAt"] = (
            Expression.Property(Member("ExternalUserDetails"), "OnboardedAt"),
            p => p.ExternalUserDetails.OnboardedAt
        ),
        ["no status"] = (Captured<EnforcementStatus?>(null), _ => null),
        ["empty status"] = (Captured<EnforcementStatus?>(default(EnforcementStatus)), _ => null),
        ["status"] = (Captured<EnforcementStatus?>(EnforcementStatus.Banned), _ => "banned"),
        ["EnforcementStatus"] = (
            Expression.Convert(Member("EnforcementStatus"), typeof(EnforcementStatus?)),
            p => p.EnforcementStatus == default ? null : p.EnforcementStatus.ToString()
        ),
        ["length"] = (
            Expression.Convert(Expression.Property(Member("Name"), "Length"), typeof(int?)),
            p => p.Name?.Length
        ),
    };

    public static TheoryData<string, string> Pairs
    {
        get
        {
            TheoryData<string, string> pairs = [];
            foreach (var (left, right) in from left in Values from right in Values select (left, right))
            {
                if (left.Value.Value.Type == right.Value.Value.Type)
                    pairs.Add(left.Key, right.Key);
            }
            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Comparison_HoldsOnlyForTwoValues(string left, string right)
    {
        await using var service = await TestService.StartAsync(12);
        var listed = await service.Query().ToListAsync();

        foreach (var what in Comparisons.Where(what => IsDefined(what, Values[left].Value.Type)))
        {
            var compared = Expression.MakeBinary(what, Values[left].Value, Values[right].Value, true, null);
            bool? Holds(UserProfile p) => Compared(what, Values[left].Meant(p), Values[right].Meant(p));

            await AssertMeansAsync(service, listed, AsBoolean(compared), p => Holds(p) is true);
            await AssertMeansAsync(service, listed, AsBoolean(Expression.Not(compared)), p => Holds(p) is false);
            await AssertMeansAsync(service, listed, Expression.Not(AsBoolean(compared)), p => Holds(p) is not true);
            await AssertMeansAsync(
                service,
                listed,
                Expression.Coalesce(compared, Expression.Constant(true)),
                p => Holds(p) is not false
            );
        }
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData(null, true, null)]
    [InlineData(null, false, false)]
    [InlineData(false, null, false)]
    [InlineData(true, null, null)]
    [InlineData(true, true, true)]
    public async Task AndAlsoOfNullables_HasThreeValues(bool? left, bool? right, bool? expected)
    {
        var both = Expression.AndAlso(Captured(left), Captured(right));
        var either = Expression.OrElse(Expression.Not(Captured(left)), Expression.Not(Captured(right)));
        var query = ProfileQuery.FromItems([new() { Id = "x" }]);

        Assert.Equal(expected, await query.Select(Lambda<bool?>(both)).SingleAsync());
        Assert.Equal(!expected, await query.Select(Lambda<bool?>(either)).SingleAsync());
    }

    [Fact]
    public async Task ComparisonWithNothing_SendsNothing()
    {
        await using var service = await TestService.StartAsync(12);
        var compared = Expression.NotEqual(Values["CreatedAt"].Value, Values["no time"].Value, true, null);

        Assert.True(service.Query().Where(Lambda<bool>(AsBoolean(compared))).Explain().IsEmpty);
        Assert.Equal(12, await service.Query().CountAsync(Lambda<bool>(Expression.Not(AsBoolean(compared)))));
    }

    private static async Task AssertMeansAsync(
        TestService service,
        IReadOnlyList<UserProfile> listed,
        Expression condition,
        Func<UserProfile, bool> meant
    )
    {
        var expected = listed.Where(meant).Select(p => p.Id).ToList();
        var lambda = Lambda<bool>(condition);

        Assert.Equal(expected, await service.Query().Where(lambda).Select(p => p.Id).ToListAsync());
        UserProfile[] items = [.. listed, new() { Id = "without", CreatedAt = Start.AddMinutes(2) }];
        Assert.Equal(
            items.Where(meant).Select(p => p.Id).Order(),
            (await ProfileQuery.FromItems(items).Where(lambda).Select(p => p.Id).ToListAsync()).Order()
        );
    }

    private static bool? Compared(ExpressionType what, IComparable? left, IComparable? right)
    {
        if (left is null || right is null)
            return null;
        var sign = left.CompareTo(right);
        return what switch
        {
            ExpressionType.Equal => sign == 0,
            ExpressionType.NotEqual => sign != 0,
            ExpressionType.LessThan => sign < 0,
            ExpressionType.LessThanOrEqual => sign <= 0,
            ExpressionType.GreaterThan => sign > 0,
            _ => sign >= 0,
        };
    }

    // An extensible enum has no order.
    private static bool IsDefined(ExpressionType what, Type type) =>
        type != typeof(EnforcementStatus?) || what is ExpressionType.Equal or ExpressionType.NotEqual;

    private static UnaryExpression AsBoolean(Expression condition) => Expression.Convert(condition, typeof(bool));

    private static Expression<Func<UserProfile, T>> Lambda<T>(Expression body) =>
        Expression.Lambda<Func<UserProfile, T>>(body, Profile);

    private static MemberExpression Member(string name) => Expression.Property(Profile, name);

    private static MemberExpression Captured<T>(T value) =>
        Expression.Property(Expression.Constant(Tuple.Create(value)), "Item1");
}
