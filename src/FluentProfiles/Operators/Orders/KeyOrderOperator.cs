using System.Linq.Expressions;
using FluentProfiles.Evaluation;
using FluentProfiles.Expressions;
using FluentProfiles.Expressions.Text;
using FluentProfiles.Running.Stages;

namespace FluentProfiles.Operators.Orders;

internal sealed class KeyOrderOperator<T, TKey>(Expression<Func<T, TKey>> key, bool descending)
    : OrderOperator(descending)
{
    public override LambdaExpression Lambda => key;

    public override string Identity => Name;

    public override bool ComparesKeys => KeyExpression.IsOrdered(key);

    public override QueryOperator OverProfile(Expression? body, ParameterExpression? profile) =>
        new KeyOrderOperator<UserProfile, TKey>(
            Expression.Lambda<Func<UserProfile, TKey>>(body!, profile!),
            Descending
        );

    public override QueryOperator With(Expression body) =>
        new KeyOrderOperator<T, TKey>(key.Update(body, key.Parameters), Descending);

    public override object Link(object next, List<Countdown> countdowns) =>
        new SortStage<T, TKey>(Evaluator.Of(key), Comparer(), (Stage<T>)next);

    public override string Describe(bool redact) => $"{Name}({CSharpText.Of(key, redact)})";

    private IComparer<TKey> Comparer() =>
        KeyExpression.Of(key)?.SortKey is { NullsLast: true }
            ? new FluentProfiles.Model.Schema.NullsLastComparer<TKey>(Descending)
        : Descending ? DescendingComparer<TKey>.Instance
        : Comparer<TKey>.Default;
}
