using System.Diagnostics;
using FluentProfiles.Mirror.Contexts;
using FluentProfiles.Mirror.Storing;

namespace FluentProfiles.Mirror.Leasing;

/// <summary>A lease that this process has taken. It is renewed until it is released, and its transactions write only while no other
/// process has taken it. One that has ended without that is renewed: whoever holds the row of the scope for long keeps this process
/// from renewing it in time, and others from taking it. Times are those of the database and the monotonic clock of the machine, so no
/// clock that is set matters.</summary>
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
        deadline = new(timing);
        deadline.Extend(takenAt);
        renewing = RenewAsync();
    }

    public string Owner { get; }

    public long Term { get; }

    /// <summary>Writes under the lease.</summary>
    public MirrorStore Store { get; }

    /// <summary>Is cancelled when another process has taken the lease, or may have taken it and the database does not answer.</summary>
    public CancellationToken Lost => lost.Token;

    /// <summary>Waits while another process may have taken the lease. Its writes need no such wait: the database decides.</summary>
    public Task CertainAsync(CancellationToken cancellationToken) => deadline.WaitAsync(cancellationToken);

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
            "This process has lost the lease of the mirror, because it could not renew it in time: it was suspended, or the database did not respond. What the "
                + "pass has written is kept. The next pass resumes it, here or in another process.",
            cause
        );

    /// <summary>Stops the renewal, and releases the lease where it is still this one, so that another process takes it at
    /// once.</summary>
    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync().ConfigureAwait(false);
        await renewing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        // Where the row is locked, it ends before it can be released.
        lost.CancelAfter(timing.Length);
        try
        {
            await Store.WriteAsync(ReleaseAsync, Lost).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // It is lost, or ends soon.
        }
    }

    private static Task ReleaseAsync(MirrorWriter writer, CancellationToken cancellationToken)
    {
        (writer.Scope.LeaseOwner, writer.Scope.LeasedSince, writer.Scope.LeasedUntil) = (null, null, null);
        writer.SaveScope();
        return Task.CompletedTask;
    }

    /// <summary>How long the lease goes on; less than nothing for one that has ended, and that nobody has taken since.</summary>
    private TimeSpan LeftOf(LeaseState state)
    {
        if ((state.Owner, state.Term) == (Owner, Term))
            return state.Left;
        lost.Cancel();
        throw new MirrorLeaseLostException(
            (
                state.Owner is { } owner
                    ? $"The process {owner} has taken over the lease of the mirror."
                    : "Another process took over the lease of the mirror and has released it since."
            ) + " Nothing was written. This process was suspended, or could not reach the database for too long."
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
            catch (Exception failure)
            {
                // Nobody else takes the lease while the row or the file is locked.
                if (deadline.HasPassed && !stop.IsCancellationRequested && !DatabaseFailure.IsLocked(failure))
                    await lost.CancelAsync().ConfigureAwait(false);
                wait = timing.Margin;
            }
        }
    }
}
