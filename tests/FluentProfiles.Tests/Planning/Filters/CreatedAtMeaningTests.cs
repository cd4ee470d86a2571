using System.Linq.Expressions;

namespace FluentProfiles.Tests.Planning.Filters;

/// <summary>Every comparison of every view of the time of creation, against plain LINQ.</summary>
public sealed class CreatedAtMeaningTests
{
    private static readonly TimeSpan Span = new(1, 2, 3, 4, 5);
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.FromHours(2));
    private static readonly ExpressionType[] Comparisons =
    [
        ExpressionType.Equal,
        ExpressionType.NotEqual,
        ExpressionType.LessThan,
        ExpressionType.LessThanOrEqual,
        ExpressionType.GreaterThan,
        ExpressionType.GreaterThanOrEqual,
    ];

    private static readonly LambdaExpression[] Views =
    [
        View(p => p.CreatedAt),
        View(p => p.CreatedAt.UtcDateTime),
        View(p => p.CreatedAt.DateTime),
        View(p => p.CreatedAt.Date),
        View(p => p.CreatedAt.UtcDateTime.Date),
        View(p => p.CreatedAt.Ticks),
        View(p => p.CreatedAt.UtcTicks),
        View(p => p.CreatedAt.Year),
        View(p => p.CreatedAt.UtcDateTime.Year),
        View(p => p.CreatedAt.ToUnixTimeSeconds()),
        View(p => p.CreatedAt.ToUnixTimeMilliseconds()),
        View(p => DateOnly.FromDateTime(p.CreatedAt.UtcDateTime)),
        View(p => p.CreatedAt + Span),
        View(p => p.CreatedAt - Span),
        View(p => p.CreatedAt.AddDays(-1.3).AddTicks(7)),
        View(p => p.CreatedAt.AddMilliseconds(0.5).UtcDateTime.AddSeconds(1)),
        View(p => p.CreatedAt - Now),
        View(p => Now - p.CreatedAt),
        View(p => Now.Subtract(p.CreatedAt).Add(Span)),
        View(p => Now.UtcDateTime - p.CreatedAt.UtcDateTime),
        View(p => Now.DateTime - p.CreatedAt.DateTime),
        View(p => (Now - p.CreatedAt).TotalDays),
        View(p => (p.CreatedAt - Now).TotalHours),
        View(p => (p.CreatedAt - Now).TotalMinutes),
        View(p => (Now - p.CreatedAt).TotalSeconds),
        View(p => (Now - p.CreatedAt).TotalMilliseconds),
        View(p => (Now - p.CreatedAt).Days),
        View(p => (p.CreatedAt - Now).Ticks),
        View(p => (p.CreatedAt - Now).Hours),
        View(p => p.CreatedAt.AddMonths(1)),
        View(p => p.CreatedAt.Hour),
    ];

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, Views.Length)];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task ComparisonWithAView_MeansWhatLinqMeans(int row)
    {
        var profiles = Profiles();
        var view = Views[row];
        var valueOf = view.Compile();
        foreach (var value in profiles.Select(p => valueOf.DynamicInvoke(p)).Distinct().Take(12))
        {
            foreach (var comparison in Comparisons)
            {
                var bound = Expression.Constant(value, view.ReturnType);
                await AssertLikeLinq(profiles, view, Expression.MakeBinary(comparison, view.Body, bound));
                await AssertLikeLinq(profiles, view, Expression.MakeBinary(comparison, bound, view.Body));
                await AssertLikeLinq(
                    profiles,
                    view,
                    Expression.Not(Expression.MakeBinary(comparison, view.Body, bound))
                );
            }
        }
    }

    // Around midnight and the turn of a year, a tick apart, with every kind of offset, and unset.
    private static UserProfile[] Profiles()
    {
        DateTimeOffset[] times = [new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), Now, Now.AddDays(-1), Now.AddHours(13)];
        long[] ticks = [-TimeSpan.TicksPerDay, -1, 0, 1, TimeSpan.TicksPerMillisecond];
        int[] hours = [0, 14, -12, 5];
        var number = 0;
        return
        [
            .. times.SelectMany(time =>
                ticks.Select(tick => new UserProfile
                {
                    Id = $"p{number:D3}",
                    CreatedAt = time.AddTicks(tick).ToOffset(TimeSpan.FromHours(hours[number++ % hours.Length])),
                })
            ),
        ];
    }

    private static async Task AssertLikeLinq(UserProfile[] profiles, LambdaExpression view, Expression body)
    {
        var condition = Expression.Lambda<Func<UserProfile, bool>>(body, view.Parameters);

        var found = await ProfileQuery.FromItems(profiles).Where(condition).Select(p => p.Id).ToHashSetAsync();

        var expected = profiles.Where(condition.Compile(true)).Select(p => p.Id);
        Assert.True(found.SetEquals(expected), $"{body}: {string.Join(' ', expected)} but {string.Join(' ', found)}");
    }

    private static LambdaExpression View<T>(Expression<Func<UserProfile, T>> view) => view;
}
