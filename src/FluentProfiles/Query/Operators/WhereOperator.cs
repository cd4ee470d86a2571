using System.Linq.Expressions;
using FluentProfiles.Execution.Stages;
using FluentProfiles.Planning.Evaluation;
using FluentProfiles.Planning.Expressions;

namespace FluentProfiles.Query.Operators;

internal sealed class WhereOperator<T>(Expression<Func<T, bool>> predicate) : QueryOperator
{
    public override LambdaExpression Lambda => predicate;

    /// <summary>True when it is the condition of a terminal, such as <c>CountAsync</c>, rather than of the query.</summary>
    public bool IsOfTerminal { get; init; }

    // Compiled code may call anything, and that may keep what it is given.
    public override bool OnlyLooks => Evaluator.ByNodes(predicate) is not null;

    public override QueryOperator OverProfile(Expression? body, ParameterExpression? profile) =>
        new WhereOperator<UserProfile>(Expression.Lambda<Func<UserProfile, bool>>(body!, profile!))
        {
            IsOfTerminal = IsOfTerminal,
        };

    public override QueryOperator With(Expression body) =>
        new WhereOperator<T>(predicate.Update(body, predicate.Parameters)) { IsOfTerminal = IsOfTerminal };

    public override object Link(object next, List<Countdown> countdowns) =>
        new WhereStage<T>(Evaluator.Of(predicate), (Stage<T>)next);

    public override string Describe(bool redact) => $"Where({CSharpText.Of(predicate, redact)})";
}
