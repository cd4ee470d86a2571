namespace FluentProfiles.Operators.Orders;

/// <summary>A sort, ascending or descending.</summary>
internal abstract class OrderOperator(bool descending) : QueryOperator
{
    public override bool HoldsBack => true;

    public bool Descending => descending;

    protected string Name => descending ? "OrderByDescending" : "OrderBy";
}
