using System.Linq.Expressions;
using FluentProfiles.Evaluation;
using FluentProfiles.Expressions.Text;
using FluentProfiles.Running.Stages;

namespace FluentProfiles.Operators;

internal sealed class SelectOperator<TIn, TOut>(Expression<Func<TIn, TOut>> selector) : SelectOperator
{
    public override LambdaExpression Lambda => selector;

    public override string Identity => "Select";

    public override QueryOperator OverProfile(Expression? body, ParameterExpression? profile) =>
        new SelectOperator<UserProfile, TOut>(Expression.Lambda<Func<UserProfile, TOut>>(body!, profile!));

    public override QueryOperator With(Expression body) =>
        new SelectOperator<TIn, TOut>(selector.Update(body, selector.Parameters));

    public override object Link(object next, List<Countdown> countdowns) =>
        new SelectStage<TIn, TOut>(Evaluator.Of(selector), (Stage<TOut>)next);

    public override string Describe(bool redact) => $"Select({CSharpText.Of(selector, redact)})";
}
