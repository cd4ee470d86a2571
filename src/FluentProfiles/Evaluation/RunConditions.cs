using FluentProfiles.Operators;
using FluentProfiles.Operators.Conditions;
using FluentProfiles.Operators.Orders;
using FluentProfiles.Operators.Windows;

namespace FluentProfiles.Evaluation;

/// <summary>The conditions of one run as code. The nodes of each are built once, whoever needs them.</summary>
internal sealed class RunConditions
{
    private readonly Dictionary<QueryOperator, object> built = [];

    /// <exception cref="UnsupportedQueryException">The condition can't be compiled.</exception>
    public LambdaCode<T, bool> Of<T>(WhereOperator<T> step)
    {
        if (!built.TryGetValue(step, out var known))
            built.Add(step, known = Evaluator.CodeOf(step.Predicate));
        return (LambdaCode<T, bool>)known;
    }

    /// <summary>True when the stage of a step keeps nothing of a profile, so that the profile may be read into again once it has
    /// passed or failed.</summary>
    public bool RetainsNothing(QueryOperator step) =>
        step switch
        {
            WhereOperator<UserProfile> where => Of(where).IsByNodes,
            WindowOperator window => !window.IsBlocking,
            TimeIntervalOperator or IdScanOperator or UnorderedOperator => true,
            _ => false,
        };
}
