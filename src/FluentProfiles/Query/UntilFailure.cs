using System.Runtime.ExceptionServices;

namespace FluentProfiles.Query;

/// <summary>A sequence that ends where the scan behind it fails, and keeps the failure: whoever works on the items before it
/// is not disturbed.</summary>
/// <param name="items">The sequence.</param>
internal sealed class UntilFailure<T>(IAsyncEnumerable<T> items) : IAsyncEnumerable<T>
{
    public ExceptionDispatchInfo? Failure { get; private set; }

    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var source = items.GetAsyncEnumerator(cancellationToken);
        await using var closing = source.ConfigureAwait(false);
        while (await NextAsync(source).ConfigureAwait(false))
            yield return source.Current;
    }

    private async ValueTask<bool> NextAsync(IAsyncEnumerator<T> source)
    {
        try
        {
            return await source.MoveNextAsync().ConfigureAwait(false);
        }
        catch (ProfilesException failure)
        {
            Failure = ExceptionDispatchInfo.Capture(failure);
            return false;
        }
    }
}
