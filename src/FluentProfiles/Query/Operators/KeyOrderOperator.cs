using System.Linq.Expressions;
using FluentProfiles.Execution.Stages;
using FluentProfiles.Planning.Evaluation;
using FluentProfiles.Planning.Expressions;

namespace FluentProfiles.Query.Operators;

internal sealed class KeyOrderOperator<T, TKey>(Expression<Func<T, TKey>> key, bool descending)
    : OrderOperator(descending)
{
    public override LambdaExpression Lambda => key;

    public override QueryOperator OverProfile(LambdaExpression? lambda) => Over<UserProfile>(lambda!);

    public override QueryOperator With(LambdaExpression lambda) => Over<T>(lambda);

    public override object Link(object next, List<Countdown> countdowns) =>
        new SortStage<T, TKey>(Evaluator.Of(key), Comparer(), (Stage<T>)next);

    public override string Describe(bool redact) => $"{Name}({CSharpText.Of(key, redact)})";

    private KeyOrderOperator<TItem, TKey> Over<TItem>(LambdaExpression lambda) =>
        new(Expression.Lambda<Func<TItem, TKey>>(lambda.Body, lambda.Parameters), Descending);

    private IComparer<TKey> Comparer() =>
        SortKey.Of(key) == Model.ProfileSchema.Name ? (IComparer<TKey>)(object)new ServiceNameComparer(Descending)
        : Descending ? DescendingComparer<TKey>.Instance
        : Comparer<TKey>.Default;
}
