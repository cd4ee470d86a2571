using System.Collections;

namespace FluentProfiles.Tests.Planning.Filters;

/// <summary>A sequence whose own methods have the names of a list's, and mean the opposite.</summary>
internal sealed class LookalikeList<T>(params T[] items) : IEnumerable<T>
{
    public bool Any(Func<T, bool> condition) => !items.Any(condition);

    public bool All(Func<T, bool> condition) => !items.All(condition);

    public bool Exists(Predicate<T> condition) => !Array.Exists(items, condition);

    public bool TrueForAll(Predicate<T> condition) => !Array.TrueForAll(items, condition);

    public int IndexOf(T item) => Array.IndexOf(items, item) < 0 ? 0 : -1;

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
