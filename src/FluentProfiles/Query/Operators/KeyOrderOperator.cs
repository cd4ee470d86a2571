using System.Linq.Expressions;
using FluentProfiles.Execution.Stages;
using FluentProfiles.Planning.Evaluation;
using FluentProfiles.Planning.Expressions;

namespace FluentProfiles.Query.Operators;

internal sealed class KeyOrderOperator<T, TKey>(Expression<Func<T, TKey>> key, bool descending)
    : OrderOperator(descending)
{
    public override LambdaExpression Lambda => key;

    public override QueryOperator OverProfile(Expression? body, ParameterExpression? profile) =>
        Over<UserProfile>(body!, profile!);

    public override QueryOperator With(Expression body) => Over<T>(body, Lambda.Parameters[0]);

    public override object Link(object next, List<Countdown> countdowns) =>
        new SortStage<T, TKey>(Evaluator.Of(key), Comparer(), (Stage<T>)next);

    public override string Describe(bool redact) => $"{Name}({CSharpText.Of(key, redact)})";

    private KeyOrderOperator<TItem, TKey> Over<TItem>(Expression body, ParameterExpression item) =>
        new(Expression.Lambda<Func<TItem, TKey>>(body, item), Descending);

    private IComparer<TKey> Comparer() =>
        SortKey.Of(key) == Model.ProfileSchema.Name ? (IComparer<TKey>)(object)new ServiceNameComparer(Descending)
        : Descending ? DescendingComparer<TKey>.Instance
        : Comparer<TKey>.Default;
}
