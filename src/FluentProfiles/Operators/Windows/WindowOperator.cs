namespace FluentProfiles.Operators.Windows;

/// <summary>A <c>Take</c> or <c>Skip</c>.</summary>
internal abstract class WindowOperator(int count, bool isTake) : QueryOperator
{
    public int Count => count;

    /// <summary>True for a <c>Take</c>.</summary>
    public bool IsTake => isTake;
}
