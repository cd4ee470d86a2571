namespace FluentProfiles.Tests.Expressions.Captured;

/// <summary>A generic list with a comparer.</summary>
internal sealed class PickyList<T>(IEqualityComparer<T> comparer, IEnumerable<T> items) : List<T>(items)
{
    public new bool Contains(T item) => Exists(one => comparer.Equals(one, item));
}
