using System.Linq.Expressions;
using FluentProfiles.Execution.Stages;
using FluentProfiles.Planning.Evaluation;
using FluentProfiles.Planning.Expressions;

namespace FluentProfiles.Query.Operators;

internal sealed class ExtremeOperator<T, TKey>(Expression<Func<T, TKey>> key, bool isMax) : ExtremeOperator(isMax)
{
    public override LambdaExpression Lambda => key;

    public override QueryOperator OverProfile(LambdaExpression? lambda) => Over<UserProfile>(lambda!);

    public override QueryOperator With(LambdaExpression lambda) => Over<T>(lambda);

    public override object Link(object next, List<Countdown> countdowns) =>
        new ExtremeStage<T, TKey>(Evaluator.Of(key), IsMax, (Stage<T>)next);

    public override string Describe(bool redact) => $"{(IsMax ? "MaxBy" : "MinBy")}({CSharpText.Of(key, redact)})";

    private ExtremeOperator<TItem, TKey> Over<TItem>(LambdaExpression lambda) =>
        new(Expression.Lambda<Func<TItem, TKey>>(lambda.Body, lambda.Parameters), IsMax);
}
