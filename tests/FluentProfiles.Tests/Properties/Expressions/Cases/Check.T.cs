using System.Linq.Expressions;
using FluentProfiles.Tests.Properties.Expressions.Oracle;

namespace FluentProfiles.Tests.Properties.Expressions.Cases;

internal sealed class Check<T>(ExpressionCase query) : Check
{
    private readonly Expression<Func<UserProfile, T>> lambda = (Expression<Func<UserProfile, T>>)query.Lambda;

    public override async Task<string?> FailureAsync(World world) =>
        Ways<T>.Failure(lambda, world.Profiles) ?? await QueryFailureAsync(world);

    private async Task<string?> QueryFailureAsync(World world)
    {
        var expected = Foretold.Of(query, world.Listed);
        World.Rewind(query.Lambda);
        World.Rewind(query.Then);
        string actual;
        string? detail = null;
        try
        {
            actual = await Run<T>.Async(query, lambda, world);
        }
        catch (Exception failure)
        {
            (actual, detail) = (Shown.Thrown(failure), failure.ToString());
        }
        return expected.Allows(actual) ? null : $"{query.Use}\nexpected:\n{expected}\nactual:\n{actual}\n{detail}";
    }
}
