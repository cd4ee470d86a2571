using System.Linq.Expressions;

namespace FluentProfiles.Tests.Expressions.Forms;

/// <summary>Conditions that the well-known PredicateBuilder joins are planned like any other.</summary>
public sealed class InvokedLambdaTests
{
    private static readonly string[] Two = TestProfiles.Ids([7, 3]);

    [Fact]
    public async Task JoinedIds_AreLookedUp()
    {
        await using var service = await TestService.StartAsync(20);
        Expression<Func<UserProfile, bool>> any = p => false;
        foreach (var id in Two)
            any = Or(any, p => p.Id == id);

        Assert.Equal(Two, await service.Query().Where(any).Select(p => p.Id).ToListAsync());
        Assert.All(service.Requests, request => Assert.StartsWith("GET /v1/user_profiles/uprof_", request));
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task JoinedFilters_AreTheServices()
    {
        await using var service = await TestService.StartAsync(20);
        var since = TestProfiles.Start.AddMinutes(5);
        var both = And(And(p => true, p => p.EnforcementStatus == EnforcementStatus.Banned), p => p.CreatedAt > since);

        var plan = service.Query().Where(both).Explain();

        Assert.Equal([EnforcementStatus.Banned], plan.EnforcementStatuses);
        Assert.Equal("created_at < 2026-05-01T00:05:00.000001Z", plan.StopsWhen?.Replace("0000001", "000001"));
        Assert.DoesNotContain("Invoke", plan.ToString());
    }

    [Fact]
    public async Task FieldsOfAJoinedCondition_AreReadAlone()
    {
        await using var service = await TestService.StartAsync(20);
        var either = Or(p => p.Name == "a0002", p => p.Metadata["plan"] == "pro");

        Assert.Equal(["id", "metadata", "name"], service.Query().Where(either).Select(p => p.Id).Explain().Fields);
    }

    /// <summary>What a lambda returns is true or false, wherever it is used.</summary>
    [Fact]
    public async Task NullWithin_IsFalseOutside()
    {
        await using var service = await TestService.StartAsync(20);
        var listed = await service.Query().ToListAsync();
        Expression<Func<UserProfile, bool>> starts = p => p.Name!.StartsWith('a');
        var p = starts.Parameters[0];
        Expression<Func<UserProfile, bool>> inner = x => x.Name!.StartsWith('a');
        var invoked = Expression.Invoke(inner, p);
        bool Holds(UserProfile profile) => profile.Name?.StartsWith('a') ?? false;
        (Expression Condition, Func<UserProfile, bool> Meant)[] rows =
        [
            (invoked, Holds),
            (Expression.Not(invoked), x => !Holds(x)),
            (Expression.Equal(invoked, Expression.Constant(false)), x => !Holds(x)),
            (Expression.NotEqual(invoked, Expression.Constant(true)), x => !Holds(x)),
            (
                Expression.Equal(Expression.Convert(invoked, typeof(bool?)), Expression.Constant(false, typeof(bool?))),
                x => !Holds(x)
            ),
            (Expression.ExclusiveOr(invoked, Expression.Constant(true)), x => !Holds(x)),
            (Expression.OrElse(Expression.Not(invoked), starts.Body), _ => true),
            (
                Expression.AndAlso(
                    invoked,
                    Expression.NotEqual(Expression.Property(p, "Id"), Expression.Constant("x"))
                ),
                Holds
            ),
            (Expression.Condition(invoked, Expression.Constant(false), Expression.Constant(true)), x => !Holds(x)),
            (
                Expression.Equal(Expression.Call(invoked, "ToString", null), Expression.Constant("False")),
                x => !Holds(x)
            ),
        ];

        foreach (var (condition, meant) in rows)
        {
            var lambda = Expression.Lambda<Func<UserProfile, bool>>(condition, p);
            var expected = listed.Where(meant).Select(x => x.Id);
            Assert.Equal(expected, await service.Query().Where(lambda).Select(x => x.Id).ToListAsync());
            Assert.Equal(listed.Select(meant), await service.Query().Select(lambda).ToListAsync());
        }
    }

    [Fact]
    public async Task OtherResult_IsThatOfTheLambda()
    {
        await using var service = await TestService.StartAsync(6);
        var p = Expression.Parameter(typeof(UserProfile), "p");
        Expression<Func<UserProfile, string?>> name = x => x.Name;
        Expression<Func<UserProfile, int>> length = x => x.Name!.Length;
        Expression<Func<string, bool>> isShort = text => text.Length < 3;

        Assert.Equal(
            2,
            await service
                .Query()
                .CountAsync(Lambda(p, Expression.Equal(Expression.Invoke(name, p), Expression.Constant(null))))
        );
        Assert.Equal(
            2,
            await service
                .Query()
                .CountAsync(Lambda(p, Expression.Equal(Expression.Invoke(length, p), Expression.Constant(0))))
        );
        Assert.Equal(
            0,
            await service.Query().CountAsync(Lambda(p, Expression.Invoke(isShort, Expression.Property(p, "Name"))))
        );
    }

    private static Expression<Func<UserProfile, bool>> Lambda(ParameterExpression p, Expression condition) =>
        Expression.Lambda<Func<UserProfile, bool>>(condition, p);

    // As in C# 3.0 in a Nutshell.
    private static Expression<Func<UserProfile, bool>> Or(
        Expression<Func<UserProfile, bool>> one,
        Expression<Func<UserProfile, bool>> other
    ) =>
        Expression.Lambda<Func<UserProfile, bool>>(
            Expression.OrElse(one.Body, Expression.Invoke(other, one.Parameters)),
            one.Parameters
        );

    private static Expression<Func<UserProfile, bool>> And(
        Expression<Func<UserProfile, bool>> one,
        Expression<Func<UserProfile, bool>> other
    ) =>
        Expression.Lambda<Func<UserProfile, bool>>(
            Expression.AndAlso(one.Body, Expression.Invoke(other, one.Parameters)),
            one.Parameters
        );
}
