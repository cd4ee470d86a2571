using FluentProfiles.Model.Schema;
using FluentProfiles.Query;

namespace FluentProfiles;

// The terminal that does something with each item.
public sealed partial class ProfileQuery<T>
{
    /// <summary>Calls a function for each item. With several workers, the calls are not in order, and pages are read
    /// while the workers run. If the scan fails, the method waits for the calls in progress, so that the exception's
    /// resume token continues after their items.</summary>
    /// <param name="action">The function. Its token is canceled when the caller's token is canceled or when another
    /// call has failed.</param>
    /// <param name="workers">The maximum number of concurrent calls, 1 or more. 1 by default: the calls are made in
    /// order, one after the other.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="workers"/> is less than 1.</exception>
    /// <example>
    /// <code region="example-for-each">
    /// await client
    ///     .Query()
    ///     .Where(p => p.EnforcementStatus == EnforcementStatus.Banned)
    ///     .ForEachAsync((profile, cancellationToken) => NotifyAsync(profile.Id, cancellationToken), workers: 4);
    /// </code>
    /// </example>
    public ValueTask ForEachAsync(
        Func<T, CancellationToken, ValueTask> action,
        [InRange(1)] int workers = 1,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        // Several workers finish in any order, so a scan from both ends need hold nothing back for them.
        var query =
            workers == 1 ? this
            : definition.Settings.TwoEnded ? InAnyOrder()
            : AsListed();
        return query.EachAsync(
            action,
            new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellationToken }
        );
    }

    private async ValueTask EachAsync(Func<T, CancellationToken, ValueTask> action, ParallelOptions options)
    {
        var items = new UntilFailure<T>(Items(default));
        await Parallel.ForEachAsync(items, options, action).ConfigureAwait(false);
        items.Failure?.Throw();
    }
}
