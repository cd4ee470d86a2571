namespace FluentProfiles;

/// <summary>The type of <see cref="Change.Clear"/>, which converts to every <see cref="Change{T}"/>. Its default value
/// leaves a member unchanged.</summary>
public readonly struct ClearedValue
{
    internal ClearedValue(bool clears) => Clears = clears;

    // In "condition ? Change.Clear : default" the default is one of this type.
    internal bool Clears { get; }
}
