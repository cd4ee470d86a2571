using System.Linq.Expressions;

namespace FluentProfiles.Tests.Planning.Filters;

/// <summary>Sums with the time of creation bound the scan as long as no time of the service overflows them.</summary>
public sealed class TimeMeasureTests
{
    private const long Tick = 1;

    // The service has no profile from before or after.
    private static readonly DateTimeOffset First = DateTimeOffset.UnixEpoch;
    private static readonly DateTimeOffset Last = new(3000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Down = TimeSpan.FromTicks(First.Ticks);
    private static readonly TimeSpan Up = TimeSpan.FromTicks(DateTimeOffset.MaxValue.Ticks - Last.Ticks);
    private static readonly DateTimeOffset Bound = TestProfiles.Start.AddMinutes(8);
    private static readonly DateTimeOffset Zero = DateTimeOffset.MinValue;

    private static readonly Dictionary<string, (Expression<Func<UserProfile, bool>> Condition, bool IsBound)> Rows =
        new()
        {
            ["as far down as a time goes"] = (p => p.CreatedAt - Down >= Bound - Down, true),
            ["further down"] = (p => p.CreatedAt - TimeSpan.FromTicks(First.Ticks + Tick) >= Bound - Down, false),
            ["as far up as a time goes"] = (p => p.CreatedAt + Up >= Bound + Up, true),
            ["further up"] = (p => p.CreatedAt + TimeSpan.FromTicks(Up.Ticks + Tick) >= Bound + Up, false),
            ["clock as far down"] = (p => p.CreatedAt.UtcDateTime - Down >= Bound.UtcDateTime - Down, true),
            ["clock as far up"] = (p => p.CreatedAt.UtcDateTime + Up >= Bound.UtcDateTime + Up, true),
            ["age of a later time"] = (p => Bound - p.CreatedAt.AddDays(2) <= TimeSpan.FromDays(-2), true),
            ["age of a sum"] = (p => Bound - (p.CreatedAt + TimeSpan.FromHours(5)) <= TimeSpan.FromHours(-5), true),
            ["age taken from a time"] = (p => Bound - (Bound - p.CreatedAt) >= Bound, true),
            ["age and a span"] = (p => (Bound - p.CreatedAt).Add(TimeSpan.FromDays(3)) <= TimeSpan.FromDays(3), true),
            ["span as far up as a span goes"] = (
                p =>
                    p.CreatedAt - Zero + (TimeSpan.MaxValue - (Last - Zero))
                    >= Bound - Zero + (TimeSpan.MaxValue - (Last - Zero)),
                true
            ),
            ["span further up"] = (
                p =>
                    p.CreatedAt - Zero + (TimeSpan.MaxValue - (Last - Zero)) + TimeSpan.FromTicks(Tick)
                    >= TimeSpan.Zero,
                false
            ),
            ["span as far down as a span goes"] = (
                p =>
                    p.CreatedAt - Zero - TimeSpan.MaxValue - TimeSpan.FromTicks(First.Ticks + Tick)
                    >= Bound - Zero - TimeSpan.MaxValue - TimeSpan.FromTicks(First.Ticks + Tick),
                true
            ),
            ["span further down"] = (
                p =>
                    p.CreatedAt - Zero - TimeSpan.MaxValue - TimeSpan.FromTicks(First.Ticks + 2 * Tick)
                    >= TimeSpan.MinValue,
                false
            ),
            ["age and the longest span"] = (
                p => Zero - p.CreatedAt + TimeSpan.MaxValue <= Zero - Bound + TimeSpan.MaxValue,
                true
            ),
            ["age without the longest span"] = (p => Zero - p.CreatedAt - TimeSpan.MaxValue <= TimeSpan.Zero, false),
            ["age without more than a span for the last time"] = (
                p => Zero - p.CreatedAt - (TimeSpan.MaxValue - (First - Zero)) <= TimeSpan.Zero,
                false
            ),
        };

    public static TheoryData<string> Names => [.. Rows.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task SumWithTheTimeOfCreation_LimitsTheScanWhereItCannotOverflow(string name)
    {
        var (condition, isBound) = Rows[name];
        await using var service = await TestService.StartAsync(12);
        var query = service.Query().Where(condition);

        Assert.Equal(isBound ? $"created_at < 2026-05-01T00:08:00Z" : null, query.Explain().StopsWhen);
        Assert.Single(query.Explain().OnClient);
        if (isBound)
            Assert.Equal(TestProfiles.Ids([11, 10, 9, 8]), await query.Select(p => p.Id).ToListAsync());
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task SignOfATime_IsComparedWithAnyNumber(int number)
    {
        await using var service = await TestService.StartAsync(12);
        Expression<Func<UserProfile, int>> sign = p => p.CreatedAt.CompareTo(Bound);
        foreach (
            var comparison in (ExpressionType[])
                [
                    ExpressionType.Equal,
                    ExpressionType.NotEqual,
                    ExpressionType.LessThan,
                    ExpressionType.LessThanOrEqual,
                    ExpressionType.GreaterThan,
                    ExpressionType.GreaterThanOrEqual,
                ]
        )
        {
            var body = Expression.MakeBinary(comparison, sign.Body, Expression.Constant(number));
            var condition = Expression.Lambda<Func<UserProfile, bool>>(body, sign.Parameters);
            var passing = TestProfiles.IdsWhere(12, condition.Compile());

            Assert.Equal(passing, await service.Query().Where(condition).Select(p => p.Id).ToListAsync());
            Assert.Equal(12 - passing.Length, await service.Query().Where(condition.Not()).CountAsync());
            // An interval that begins somewhere stops the scan.
            var plan = service.Query().Where(condition).Explain();
            var isLower =
                passing.Length is > 0 and < 12
                && passing[0] == TestProfiles.IdOf(11)
                && !passing.Contains(TestProfiles.IdOf(0));
            var isOne = passing.Length == 1;
            Assert.Equal(isLower || isOne, plan.StopsWhen is not null);
        }
    }
}
