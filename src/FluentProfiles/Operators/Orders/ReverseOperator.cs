namespace FluentProfiles.Operators.Orders;

/// <summary>A <c>Reverse</c>, whatever its type.</summary>
internal abstract class ReverseOperator : QueryOperator
{
    public override bool IsBlocking => true;
}
