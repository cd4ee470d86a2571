namespace FluentProfiles.Operators.Windows;

/// <summary>The last item alone, whatever its type.</summary>
internal abstract class LastOperator : QueryOperator
{
    public override bool IsBlocking => true;
}
