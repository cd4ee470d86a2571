using System.Linq.Expressions;
using FluentProfiles.Evaluation;
using FluentProfiles.Expressions;
using FluentProfiles.Expressions.Text;
using FluentProfiles.Running.Stages;

namespace FluentProfiles.Operators.Windows;

internal sealed class ExtremeOperator<T, TKey>(Expression<Func<T, TKey>> key, bool isMax) : ExtremeOperator(isMax)
{
    public override LambdaExpression Lambda => key;

    public override bool ComparesKeys => KeyExpression.IsOrdered(key);

    public override string Identity => IsMax ? "MaxBy" : "MinBy";

    public override QueryOperator OverProfile(Expression? body, ParameterExpression? profile) =>
        new ExtremeOperator<UserProfile, TKey>(Expression.Lambda<Func<UserProfile, TKey>>(body!, profile!), IsMax);

    public override QueryOperator With(Expression body) =>
        new ExtremeOperator<T, TKey>(key.Update(body, key.Parameters), IsMax);

    public override object Link(object next, List<Countdown> countdowns) =>
        new ExtremeStage<T, TKey>(Evaluator.Of(key), IsMax, (Stage<T>)next);

    public override string Describe(bool redact) => $"{(IsMax ? "MaxBy" : "MinBy")}({CSharpText.Of(key, redact)})";
}
