using System.Linq.Expressions;
using FluentProfiles.Execution.Stages;
using FluentProfiles.Planning.Evaluation;
using FluentProfiles.Planning.Expressions;

namespace FluentProfiles.Query.Operators;

internal sealed class WhereOperator<T>(Expression<Func<T, bool>> predicate) : QueryOperator
{
    public override LambdaExpression Lambda => predicate;

    public override QueryOperator OverProfile(LambdaExpression? lambda) => Over<UserProfile>(lambda!);

    public override QueryOperator With(LambdaExpression lambda) => Over<T>(lambda);

    public override object Link(object next, List<Countdown> countdowns) =>
        new WhereStage<T>(Evaluator.Of(predicate), (Stage<T>)next);

    public override string Describe(bool redact) => $"Where({CSharpText.Of(predicate, redact)})";

    private static WhereOperator<TItem> Over<TItem>(LambdaExpression lambda) =>
        new(Expression.Lambda<Func<TItem, bool>>(lambda.Body, lambda.Parameters));
}
