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
