namespace FluentProfiles.Tests.Properties.Expressions.Captured;

/// <summary>A list of the application's own, which finds more than it holds.</summary>
public sealed class LongList<T>(IEnumerable<T> items) : List<T>(items), ICollection<T>
{
    public new bool Contains(T item) => Count > 0 && item is not null;

    public new int IndexOf(T item) => Contains(item) ? Count : -1;
}
