using FluentProfiles.Expressions;
using FluentProfiles.Operators;
using FluentProfiles.Operators.Orders;
using FluentProfiles.Operators.Windows;

namespace FluentProfiles.Planning.Order;

/// <summary>Returns false for an operator that compares keys that have no order.</summary>
internal sealed class ComparableKeys : OperatorVisitor<bool>
{
    private static readonly ComparableKeys Visitor = new();

    private ComparableKeys() { }

    public static bool Has(QueryOperator step) => step.Accept(Visitor);

    public override bool VisitKeyOrder<T, TKey>(KeyOrderOperator<T, TKey> step) => KeyExpression.IsOrdered(step.Key);

    public override bool VisitExtreme<T, TKey>(ExtremeOperator<T, TKey> step) => KeyExpression.IsOrdered(step.Key);

    protected override bool VisitOther(QueryOperator step) => true;
}
