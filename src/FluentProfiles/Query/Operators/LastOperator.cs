namespace FluentProfiles.Query.Operators;

/// <summary>The last item alone, whatever its type.</summary>
internal abstract class LastOperator : QueryOperator
{
    public override bool HoldsBack => true;
}
