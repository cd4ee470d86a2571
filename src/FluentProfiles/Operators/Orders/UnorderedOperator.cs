using System.Linq.Expressions;

namespace FluentProfiles.Operators.Orders;

/// <summary>States that the result of a terminal does not depend on the order of the items.</summary>
internal sealed class UnorderedOperator : QueryOperator
{
    private UnorderedOperator() { }

    /// <summary>The result depends on which items there are.</summary>
    public static UnorderedOperator ForItems { get; } = new() { AllowsOtherListing = true };

    /// <summary>The result depends only on the number of items.</summary>
    public static UnorderedOperator ForCount { get; } = new() { AllowsOtherListing = true, OnlyCounts = true };

    /// <summary>The result depends on which items there are, and items that compare equal are taken in the order of the
    /// listing.</summary>
    public static UnorderedOperator ForItemsAsListed { get; } = new();

    /// <summary>True when the listing may be read in another order.</summary>
    public bool AllowsOtherListing { get; private init; }

    public bool OnlyCounts { get; private init; }

    public override TResult Accept<TResult>(IOperatorVisitor<TResult> visitor) => visitor.VisitUnordered(this);

    public override QueryOperator OverProfile(Expression? body, ParameterExpression? profile) => this;
}
