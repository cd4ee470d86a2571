namespace FluentProfiles.Operators.Windows;

/// <summary>A step with a twin that does the same to the listing turned round.</summary>
internal abstract class TurnableOperator(int count, bool isTake) : CountOperator(count, isTake)
{
    public abstract QueryOperator Turned();
}
