using System.Collections;

namespace FluentProfiles.Tests.Properties.Expressions.Captured;

internal sealed class ResettableSequence<T>(T[] items) : IEnumerable<T>, IResettableSequence
{
    private bool isRead;

    public IEnumerable Items => items;

    public void Reset() => isRead = false;

    public IEnumerator<T> GetEnumerator()
    {
        var left = isRead ? [] : items;
        isRead = true;
        return left.AsEnumerable().GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
