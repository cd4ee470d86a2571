using FluentProfiles.Tests.Properties.Cases;
using FluentProfiles.Tests.Properties.Expressions.Cases;

namespace FluentProfiles.Tests.Properties;

/// <summary>
/// Random expressions over random profiles: by the evaluator's nodes, compiled, interpreted and in a query over the emulator,
/// against a walk over the expression as written that knows nothing but the null rule. <see cref="Trials"/> says how to run
/// more of them.
/// </summary>
public sealed class RandomExpressionTests
{
    [Fact]
    public Task AnyExpression_MeansWhatTheNullRuleSaysHoweverItRuns() => ExpressionTrials.RunAsync(2_500);
}
