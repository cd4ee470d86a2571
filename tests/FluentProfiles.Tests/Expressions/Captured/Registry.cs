using System.Collections;

namespace FluentProfiles.Tests.Expressions.Captured;

/// <summary>A collection that finds what differs in case alone.</summary>
internal sealed class Registry(IEnumerable<string> items) : ICollection<string>
{
    private readonly List<string> known = [.. items];

    public int Count => known.Count;

    public bool IsReadOnly => true;

    public bool Contains(string item) => known.Exists(one => one.Equals(item, StringComparison.OrdinalIgnoreCase));

    public void CopyTo(string[] array, int arrayIndex) => known.CopyTo(array, arrayIndex);

    public IEnumerator<string> GetEnumerator() => known.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Add(string item) => throw new NotSupportedException();

    public void Clear() => throw new NotSupportedException();

    public bool Remove(string item) => throw new NotSupportedException();
}
