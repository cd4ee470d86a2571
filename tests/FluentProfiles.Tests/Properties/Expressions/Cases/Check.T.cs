using System.Linq.Expressions;
using FluentProfiles.Expressions.Fields;
using FluentProfiles.Model.Schema;
using FluentProfiles.Tests.Properties.Expressions.Oracle;

namespace FluentProfiles.Tests.Properties.Expressions.Cases;

internal sealed class Check<T>(ExpressionCase query) : Check
{
    private readonly Expression<Func<UserProfile, T>> lambda = (Expression<Func<UserProfile, T>>)query.Lambda;

    public override async Task<string?> FailureAsync(CaseProfiles world) =>
        Ways<T>.Failure(lambda, world.Profiles) ?? await QueryFailureAsync(world);

    // Profiles that a condition names are looked up where the query needs what no list reports.
    private bool MayLookUp =>
        new[] { query.Before, query.Lambda }
            .OfType<LambdaExpression>()
            .Any(part => FieldCollector.Collect(part).Overlaps(ProfileSchema.OnlyByGet));

    private async Task<string?> QueryFailureAsync(CaseProfiles world)
    {
        var expected = ForetoldResult.Of(query, world.Listed);
        CaseProfiles.Rewind(query.Lambda);
        CaseProfiles.Rewind(query.Before);
        CaseProfiles.Rewind(query.Then);
        string actual;
        string? detail = null;
        try
        {
            actual = await Run<T>.Async(query, lambda, world);
        }
        catch (Exception failure) when (!AheadOfTime.Lacks(failure))
        {
            (actual, detail) = (ValueText.Thrown(failure), failure.ToString());
        }
        return expected.Allows(actual) || (MayLookUp && ForetoldResult.Of(query, world.LookedUp).Allows(actual))
            ? null
            : $"{query.Use}\nexpected:\n{expected}\nactual:\n{actual}\n{detail}";
    }
}
