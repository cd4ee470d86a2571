using System.Collections;

namespace FluentProfiles.Tests.Expressions.Captured;

/// <summary>A sequence that gives its items once, as a reader does, and counts how often it is asked.</summary>
internal sealed class OneShotSequence<T>(params T[] items) : IEnumerable<T>
{
    public int Readings { get; private set; }

    public IEnumerator<T> GetEnumerator()
    {
        Readings++;
        return (Readings == 1 ? items : []).AsEnumerable().GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
