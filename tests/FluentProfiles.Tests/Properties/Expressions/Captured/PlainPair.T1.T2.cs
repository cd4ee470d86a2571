namespace FluentProfiles.Tests.Properties.Expressions.Captured;

/// <summary>An object without code of its own.</summary>
public sealed class PlainPair<T1, T2>
{
    public T1? First { get; init; }

    public T2? Second { get; init; }
}
