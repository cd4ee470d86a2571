using System.Linq.Expressions;
using FluentProfiles.Execution.Stages;
using FluentProfiles.Planning.Evaluation;
using FluentProfiles.Planning.Expressions;

namespace FluentProfiles.Query.Operators;

internal sealed class SelectOperator<TIn, TOut>(Expression<Func<TIn, TOut>> selector) : SelectOperator
{
    public override LambdaExpression Lambda => selector;

    public override QueryOperator OverProfile(LambdaExpression? lambda) => Over<UserProfile>(lambda!);

    public override QueryOperator With(LambdaExpression lambda) => Over<TIn>(lambda);

    public override object Link(object next, List<Countdown> countdowns) =>
        new SelectStage<TIn, TOut>(Evaluator.Of(selector), (Stage<TOut>)next);

    public override string Describe(bool redact) => $"Select({CSharpText.Of(selector, redact)})";

    private static SelectOperator<TItem, TOut> Over<TItem>(LambdaExpression lambda) =>
        new(Expression.Lambda<Func<TItem, TOut>>(lambda.Body, lambda.Parameters));
}
