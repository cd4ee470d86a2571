using System.Collections;

namespace FluentProfiles.Tests.Expressions.Captured;

/// <summary>A sequence that gives its items once, as a reader does, and counts how often it is asked.</summary>
internal sealed class OneShotSequence<T>(params T[] items) : IEnumerable<T>
{
    private int given;

    public int Readings { get; private set; }

    /// <summary>After how many items a reading fails; null for never. The next one goes on behind them.</summary>
    public int? FailsAfter { get; init; }

    public IEnumerator<T> GetEnumerator()
    {
        Readings++;
        return Rest();
    }

    private IEnumerator<T> Rest()
    {
        while (given < items.Length)
        {
            if (given == FailsAfter && Readings == 1)
                throw new TimeoutException();
            yield return items[given++];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
