namespace FluentProfiles.Operators.Windows;

/// <summary>The item with the smallest or the largest key, whatever its types.</summary>
internal abstract class ExtremeOperator(bool isMax) : QueryOperator
{
    public override bool IsBlocking => true;

    public bool IsMax => isMax;
}
