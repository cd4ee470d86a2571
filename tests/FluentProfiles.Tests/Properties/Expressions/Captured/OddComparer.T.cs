namespace FluentProfiles.Tests.Properties.Expressions.Captured;

/// <summary>A comparer of the application that finds values equal whose texts are of one length.</summary>
public sealed class OddComparer<T> : IEqualityComparer<T>
{
    public bool Equals(T? x, T? y) => LengthOf(x) == LengthOf(y);

    public int GetHashCode(T obj) => LengthOf(obj);

    private static int LengthOf(T? value) => value?.ToString()?.Length ?? -1;
}
