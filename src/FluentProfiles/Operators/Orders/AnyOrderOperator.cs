using System.Linq.Expressions;

namespace FluentProfiles.Operators.Orders;

/// <summary>Says that the result of a terminal does not depend on the order of the items.</summary>
internal sealed class AnyOrderOperator : QueryOperator
{
    private AnyOrderOperator() { }

    /// <summary>The result depends on which items there are.</summary>
    public static AnyOrderOperator OfSet { get; } = new() { AllowsOtherListing = true };

    /// <summary>The result depends on nothing but the number of items.</summary>
    public static AnyOrderOperator OfNumber { get; } = new() { AllowsOtherListing = true, OnlyCounts = true };

    /// <summary>The result depends on which items there are, and those that compare equal are taken in the order of the
    /// listing.</summary>
    public static AnyOrderOperator OfSetAsListed { get; } = new();

    /// <summary>Whether the listing may be read in another order.</summary>
    public bool AllowsOtherListing { get; private init; }

    public bool OnlyCounts { get; private init; }

    public override TResult Accept<TResult>(IOperatorVisitor<TResult> visitor) => visitor.VisitAnyOrder(this);

    public override QueryOperator OverProfile(Expression? body, ParameterExpression? profile) => this;
}
