namespace FluentProfiles.Model.Schema;

/// <summary>An extensible enum whose type is known only at run time.</summary>
internal abstract class ExtensibleEnum
{
    public abstract Type Type { get; }

    /// <summary>The texts of the known values; empty for an enum that keeps them elsewhere.</summary>
    public abstract IReadOnlyList<string> KnownTexts { get; }

    /// <summary>True for the default equality comparer of the type.</summary>
    public abstract bool IsDefault(object comparer);

    /// <summary>Calls the visitor with the type.</summary>
    public abstract TResult Accept<TResult>(IExtensibleEnumVisitor<TResult> visitor);
}
