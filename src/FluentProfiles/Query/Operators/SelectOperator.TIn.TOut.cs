using System.Linq.Expressions;
using FluentProfiles.Execution.Stages;
using FluentProfiles.Planning.Evaluation;
using FluentProfiles.Planning.Expressions;

namespace FluentProfiles.Query.Operators;

internal sealed class SelectOperator<TIn, TOut>(Expression<Func<TIn, TOut>> selector) : SelectOperator
{
    public override LambdaExpression Lambda => selector;

    public override QueryOperator OverProfile(Expression? body, ParameterExpression? profile) =>
        Over<UserProfile>(body!, profile!);

    public override QueryOperator With(Expression body) => Over<TIn>(body, Lambda.Parameters[0]);

    public override object Link(object next, List<Countdown> countdowns) =>
        new SelectStage<TIn, TOut>(Evaluator.Of(selector), (Stage<TOut>)next);

    public override string Describe(bool redact) => $"Select({CSharpText.Of(selector, redact)})";

    private static SelectOperator<TItem, TOut> Over<TItem>(Expression body, ParameterExpression item) =>
        new(Expression.Lambda<Func<TItem, TOut>>(body, item));
}
