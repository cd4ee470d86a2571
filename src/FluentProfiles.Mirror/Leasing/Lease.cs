using System.Diagnostics;
using FluentProfiles.Mirror.Storing;

namespace FluentProfiles.Mirror.Leasing;

/// <summary>A lease that this process has taken. It is renewed until it is released, and its transactions write only while the
/// database agrees. Times are those of the database and the monotonic clock of the machine, so no clock that is set matters.</summary>
internal sealed class Lease : WriteFence, IAsyncDisposable
{
    private readonly LeaseTiming timing;
    private readonly CancellationTokenSource lost = new();
    private readonly CancellationTokenSource ended = new();
    private readonly LeaseDeadline deadline;
    private readonly Task renewing;

    /// <param name="store">The store whose lease it is.</param>
    /// <param name="timing">Its length.</param>
    /// <param name="owner">The holder.</param>
    /// <param name="term">Its number.</param>
    /// <param name="takenAt">A local timestamp before the database noted its end.</param>
    public Lease(MirrorStore store, LeaseTiming timing, string owner, long term, long takenAt)
    {
        (this.timing, Owner, Term) = (timing, owner, term);
        Store = store.Under(this);
        deadline = new(timing, Lose);
        deadline.Extend(takenAt);
        renewing = RenewAsync();
    }

    public string Owner { get; }

    public long Term { get; }

    /// <summary>Writes under the lease.</summary>
    public MirrorStore Store { get; }

    /// <summary>Is cancelled before the lease ends without having been renewed.</summary>
    public CancellationToken Lost => lost.Token;

    public override async Task<T> PassAsync<T>(
        MirrorWriter writer,
        Func<MirrorWriter, CancellationToken, Task<T>> write,
        CancellationToken cancellationToken
    )
    {
        var left = LeftOf(LeaseState.Of(writer.Scope, await writer.NowAsync(cancellationToken).ConfigureAwait(false)));
        var start = Stopwatch.GetTimestamp();
        // Nobody else can take the lease before the end of the transaction, which has locked the row.
        using var _ = deadline.Suspend();
        var result = await write(writer, cancellationToken).ConfigureAwait(false);
        long? renewedAt =
            left - Stopwatch.GetElapsedTime(start) < timing.RenewalEvery
                ? await ProlongAsync(writer, cancellationToken).ConfigureAwait(false)
                : null;
        await writer.CommitAsync(cancellationToken).ConfigureAwait(false);
        if (renewedAt is { } at)
            deadline.Extend(at);
        return result;
    }

    /// <summary>The exception for a pass that ended because the lease was lost.</summary>
    public static MirrorLeaseLostException Lapsed(Exception? cause = null) =>
        new(
            "This process has lost the lease of the mirror, because it could not renew it in time: it was suspended, or the database did not answer. What the "
                + "pass has written is kept. The next pass resumes it, here or in another process.",
            cause
        );

    /// <summary>Stops the renewal, and releases the lease where it is still this one, so that another process takes it at
    /// once.</summary>
    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync().ConfigureAwait(false);
        await renewing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            await Store.WriteAsync(ReleaseAsync, Lost).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // It is lost, or ends soon.
        }
        await deadline.DisposeAsync().ConfigureAwait(false);
    }

    private static Task ReleaseAsync(MirrorWriter writer, CancellationToken cancellationToken)
    {
        (writer.Scope.LeaseOwner, writer.Scope.LeasedSince, writer.Scope.LeasedUntil) = (null, null, null);
        writer.SaveScope();
        return Task.CompletedTask;
    }

    private TimeSpan LeftOf(LeaseState state)
    {
        if (state.Term == Term && !state.IsFree)
            return state.Left;
        Lose();
        throw state.Term == Term
            ? Lapsed()
            : new MirrorLeaseLostException(
                $"Another process has taken over the lease of the mirror ({state.Owner ?? "and released it"}). Nothing was written. This process was suspended, or could not "
                    + "reach the database for too long."
            );
    }

    private async Task<long> ProlongAsync(MirrorWriter writer, CancellationToken cancellationToken)
    {
        // The local time is read first, so that the lease ends here before it ends in the database.
        var at = Stopwatch.GetTimestamp();
        writer.Scope.LeasedUntil = await writer.NowAsync(cancellationToken).ConfigureAwait(false) + timing.Length;
        writer.SaveScope();
        return at;
    }

    private async Task RenewAsync()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ended.Token, Lost);
        var wait = timing.RenewalEvery;
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(wait, TimeProvider.System, stop.Token).ConfigureAwait(false);
            try
            {
                deadline.Extend(await Store.WriteAsync(ProlongAsync, stop.Token).ConfigureAwait(false));
                wait = timing.RenewalEvery;
            }
            catch (Exception)
            {
                // It is tried again until the deadline.
                wait = timing.Margin;
            }
        }
    }

    private void Lose() => lost.Cancel();
}
