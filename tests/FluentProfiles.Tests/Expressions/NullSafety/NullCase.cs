using System.Linq.Expressions;
using FluentProfiles.Expressions.Closing;
using FluentProfiles.Expressions.NullSafety;
using FluentProfiles.Tests.Evaluation;

namespace FluentProfiles.Tests.Expressions.NullSafety;

/// <summary>A selector as a query has it, and what it means in C# with every <c>?.</c> written out.</summary>
/// <param name="check">Compares both over the profiles, each way that the selector can run.</param>
public sealed class NullCase(Func<Task> check)
{
    public static NullCase Of<T>(Expression<Func<UserProfile, T>> written, Func<UserProfile, T> meant) =>
        new(() => CheckAsync(written, meant));

    public Task CheckAsync() => check();

    private static async Task CheckAsync<T>(Expression<Func<UserProfile, T>> written, Func<UserProfile, T> meant)
    {
        var expected = Part.Combinations.Select(meant).ToList();
        var closed = written.Update(
            new ClosedExpressions(TimeProvider.System, reads: true).Visit(written.Body),
            written.Parameters
        );
        var safe = NullSafeRewriter.Rewrite(closed);
        if (NodeCode.Of(closed) is { } nodes)
            Same("by nodes", nodes);
        Same("compiled", safe.Compile());
        Same("interpreted", safe.Compile(preferInterpretation: true));
        Assert.Equal(expected, await ProfileQuery.FromItems(Part.Combinations).Select(written).ToListAsync());

        void Same(string way, Func<UserProfile, T> run)
        {
            for (var i = 0; i < expected.Count; i++)
            {
                var actual = run(Part.Combinations[i]);
                Assert.True(Equals(expected[i], actual), $"{way}, profile {i}: {actual} for {expected[i]}");
            }
        }
    }
}
