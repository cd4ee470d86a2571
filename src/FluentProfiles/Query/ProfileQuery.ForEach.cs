using FluentProfiles.Model.Schema;
using FluentProfiles.Query;

namespace FluentProfiles;

// The terminal that does something with each item.
public sealed partial class ProfileQuery<T>
{
    /// <summary>Does something with each item. With several workers the order is lost, and pages are read while they
    /// work. Where the scan fails, the calls under way are waited for, so that its resume token goes on behind them.</summary>
    /// <param name="action">What to do. The token it is given ends with the caller's, and when another call has
    /// failed.</param>
    /// <param name="workers">How many calls may run at once, 1 or more. 1 by default: in order, one after another.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="workers"/> is below 1.</exception>
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
