namespace FluentProfiles.Operators.Orders;

/// <summary>A sort, ascending or descending.</summary>
internal abstract class OrderOperator(bool descending) : QueryOperator
{
    public override bool IsBlocking => true;

    public bool Descending => descending;
}
