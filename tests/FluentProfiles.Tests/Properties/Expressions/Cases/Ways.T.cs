using System.Linq.Expressions;
using FluentProfiles.Expressions.Closing;
using FluentProfiles.Expressions.NullSafety;
using FluentProfiles.Tests.Evaluation;
using FluentProfiles.Tests.Properties.Expressions.Oracle;

namespace FluentProfiles.Tests.Properties.Expressions.Cases;

/// <summary>The ways in which the library runs one lambda: by nodes, compiled, and interpreted.</summary>
internal static class Ways<T>
{
    /// <returns>Where one of them differs from the rule, or null.</returns>
    public static string? Failure(Expression<Func<UserProfile, T>> written, IReadOnlyList<UserProfile> profiles)
    {
        var expected = profiles
            .Select(profile => ValueText.Outcome(() => ExpressionNullRule.ValueOf(written, profile)))
            .ToList();
        CaseProfiles.Rewind(written);
        var closed = written.Update(
            new ClosedExpressions(CaseClock.Instance, reads: true).Visit(written.Body),
            written.Parameters
        );
        var safe = NullSafeRewriter.Rewrite(closed);
        return Difference("by nodes", NodeCode.Of(closed), profiles, expected)
            ?? Difference("compiled", safe.Compile(), profiles, expected)
            ?? Difference("interpreted", safe.Compile(preferInterpretation: true), profiles, expected);
    }

    private static string? Difference(
        string way,
        Func<UserProfile, T>? run,
        IReadOnlyList<UserProfile> profiles,
        List<string> expected
    )
    {
        for (var i = 0; run is not null && i < profiles.Count; i++)
        {
            string? detail = null;
            string actual;
            try
            {
                actual = ValueText.Of(run(profiles[i]));
            }
            catch (Exception failure) when (!AheadOfTime.Lacks(failure))
            {
                (actual, detail) = (ValueText.Thrown(failure), failure.ToString());
            }
            if (actual != expected[i] && expected[i] != ValueText.Unspecified)
                return $"{way}, of {ValueText.Of(profiles[i])}\nexpected: {expected[i]}\nactual: {actual}\n{detail}";
        }
        return null;
    }
}
