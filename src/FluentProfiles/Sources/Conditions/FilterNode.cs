namespace FluentProfiles.Sources.Conditions;

/// <summary>A condition on a profile as data. It holds or it does not: a comparison with a value that is null does not hold, and
/// its negation does.</summary>
internal abstract record FilterNode
{
    /// <summary>The condition as text, values included. It identifies the condition, too.</summary>
    public abstract string Text { get; }

    /// <summary>How many levels of conditions are within each other, this one included. It is known without a recursion, which a deep
    /// condition would not survive.</summary>
    public virtual int Height => 1;

    public sealed override string ToString() => Text;
}
