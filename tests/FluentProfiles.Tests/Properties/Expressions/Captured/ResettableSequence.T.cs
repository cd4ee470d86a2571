using System.Collections;

namespace FluentProfiles.Tests.Properties.Expressions.Captured;

/// <param name="items">What it gives.</param>
/// <param name="failsAfter">After how many items its first reading fails; null for never. The next one goes on behind
/// them.</param>
internal sealed class ResettableSequence<T>(T[] items, int? failsAfter = null) : IEnumerable<T>, IResettableSequence
{
    private int given;
    private bool hasFailed;

    public IEnumerable Items => items;

    public bool Fails => failsAfter is not null;

    public void Reset() => (given, hasFailed) = (0, false);

    public IEnumerator<T> GetEnumerator()
    {
        for (; given < items.Length || IsAtFailure; given++)
        {
            if (IsAtFailure)
            {
                hasFailed = true;
                throw new CallersException();
            }
            yield return items[given];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private bool IsAtFailure => given == failsAfter && !hasFailed;
}
