namespace FluentProfiles.Operators.Windows;

/// <summary>A <c>Skip</c>, from whichever end of the listing.</summary>
internal abstract class SkipOperator(int count) : WindowOperator(count, isTake: false)
{
    /// <summary>Returns the operator that drops the same items of the reversed listing.</summary>
    public abstract SkipOperator Reversed();
}
