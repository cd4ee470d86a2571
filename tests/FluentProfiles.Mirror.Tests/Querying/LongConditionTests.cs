using System.Linq.Expressions;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.Querying;

/// <summary>Conditions of thousands of parts: a database limits the height of an expression.</summary>
public sealed class LongConditionTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ThousandsOfAlternatives_AreOneQuery(DatabaseKind kind)
    {
        await using var mirror = await TestMirror.OfAsync(kind, TestProfiles.Many(60));
        var query = mirror
            .Query()
            .Where(
                Joined(
                    5_000,
                    Expression.OrElse,
                    (reference, name) => p => p.ExternalUserDetails.ReferenceId == reference && p.Name != name
                )
            );

        Assert.Empty(query.Explain().OnClient);
        Assert.Equal(58, await query.CountAsync());
        Assert.Equal(TestProfiles.Newest(60, 58), await IdsAsync(query));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ThousandsOfParts_AreOneQuery(DatabaseKind kind)
    {
        await using var mirror = await TestMirror.OfAsync(kind, TestProfiles.Many(60));
        var query = mirror
            .Query()
            .Where(
                Joined(
                    1_200,
                    Expression.AndAlso,
                    (reference, name) => p => p.ExternalUserDetails.ReferenceId != reference || p.Name == name
                )
            );

        Assert.Empty(query.Explain().OnClient);
        Assert.Equal(TestProfiles.Ids([1, 0]), await IdsAsync(query));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AThousandLevels_AreCheckedByTheClient(DatabaseKind kind)
    {
        await using var mirror = await TestMirror.OfAsync(kind, TestProfiles.Many(60));
        var query = mirror.Query().Where(Levels(1_000, chain: 1)).Select(p => p.Id);

        // A stack that ends is no exception.
        var (plan, ids) = OnASmallStack(() => (query.Explain(), query.ToListAsync().AsTask().GetAwaiter().GetResult()));

        Assert.Contains(plan.OnClient, step => step.StartsWith("Where(", StringComparison.Ordinal));
        Assert.Equal(TestProfiles.IdsWhere(60, p => p.Name is not null), ids);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task NinetyLevelsOfChains_AreOneQuery(DatabaseKind kind)
    {
        await using var mirror = await TestMirror.OfAsync(kind, TestProfiles.Many(60));
        var query = mirror.Query().Where(Levels(45, chain: 25));

        Assert.Empty(query.Explain().OnClient);
        Assert.Equal(
            TestProfiles.IdsWhere(60, p => p.Name is not null && int.Parse(p.Name[1..]) < 45),
            await IdsAsync(query)
        );
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ManyNegations_AreOneQuery(DatabaseKind kind)
    {
        await using var mirror = await TestMirror.OfAsync(kind, TestProfiles.Many(60));
        var profile = Expression.Parameter(typeof(UserProfile), "p");
        var named = Enumerable
            .Range(0, 300)
            .Select(number => Is(profile, NameOf(number)))
            .Aggregate(
                (left, right) => Expression.Not(Expression.AndAlso(Expression.Not(left), Expression.Not(right)))
            );
        var query = mirror.Query().Where(Expression.Lambda<Func<UserProfile, bool>>(named, profile));

        Assert.Empty(query.Explain().OnClient);
        Assert.Equal(TestProfiles.IdsWhere(60, p => p.Name is not null), await IdsAsync(query));
    }

    /// <summary>A name, or else another name and those with the reference of nobody, and so on.</summary>
    private static Expression<Func<UserProfile, bool>> Levels(int count, int chain)
    {
        var profile = Expression.Parameter(typeof(UserProfile), "p");
        var levels = Enumerable
            .Range(0, count)
            .Aggregate(
                Is(profile, "nobody"),
                (inner, number) =>
                    Expression.OrElse(
                        Enumerable
                            .Range(0, chain)
                            .Aggregate(
                                inner,
                                (all, other) =>
                                    Expression.AndAlso(all, Expression.Not(Is(profile, $"{number}-{other}")))
                            ),
                        Is(profile, NameOf(number))
                    )
            );
        return Expression.Lambda<Func<UserProfile, bool>>(levels, profile);
    }

    private static Expression Is(ParameterExpression profile, string name) =>
        Expression.Equal(Expression.Property(profile, nameof(UserProfile.Name)), Expression.Constant(name));

    private static string NameOf(int number) => $"{(number % 2 == 0 ? 'a' : 'B')}{number:D4}";

    private static T OnASmallStack<T>(Func<T> run)
    {
        T result = default!;
        var failure = default(Exception);
        Thread thread = new(() => failure = Record.Exception(() => result = run()), 512 * 1024);
        thread.Start();
        thread.Join();
        Assert.Null(failure);
        return result;
    }

    private static ValueTask<List<string>> IdsAsync(ProfileQuery<UserProfile> query) =>
        query.Select(p => p.Id).ToListAsync();

    /// <summary>Conditions for a reference and for a name that nobody has, in halves of halves.</summary>
    private static Expression<Func<UserProfile, bool>> Joined(
        int count,
        Func<Expression, Expression, BinaryExpression> join,
        Func<string, string, Expression<Func<UserProfile, bool>>> part
    )
    {
        var profile = Expression.Parameter(typeof(UserProfile), "p");
        return Expression.Lambda<Func<UserProfile, bool>>(Of(0, count), profile);

        Expression Of(int from, int parts)
        {
            if (parts > 1)
                return join(Of(from, parts / 2), Of(from + (parts / 2), parts - (parts / 2)));
            var one = part($"user-{from + 2}", $"nobody {from}");
            return new Renaming(one.Parameters[0], profile).Visit(one.Body);
        }
    }

    private sealed class Renaming(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
