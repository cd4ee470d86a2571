using System.Diagnostics;
using FluentProfiles.Mirror.Storing;

namespace FluentProfiles.Mirror.Leasing;

/// <summary>Reads and takes the lease in the row of the scope.</summary>
internal sealed class LeaseRow(MirrorStore store, LeaseTiming timing)
{
    public Task<LeaseState> ReadAsync(CancellationToken cancellationToken) =>
        store.ReadAsync(
            async (reader, token) =>
                LeaseState.Of(
                    await reader.ScopeAsync(token).ConfigureAwait(false),
                    await reader.NowAsync(token).ConfigureAwait(false)
                ),
            cancellationToken
        );

    /// <summary>Takes the lease, unless another holder has it.</summary>
    /// <param name="owner">Who takes it.</param>
    /// <param name="watch">What was seen of it so far.</param>
    /// <param name="cancellationToken">Cancels the transaction.</param>
    /// <returns>What the lease was before, and the new one; null where another holder has it.</returns>
    public async Task<(LeaseState Before, Lease? Taken)> TakeAsync(
        string owner,
        LeaseWatch watch,
        CancellationToken cancellationToken
    )
    {
        // The local time is read before the one of the database, so the lease ends here before it ends there.
        var takenAt = 0L;
        var (before, isTaken) = await store
            .WriteAsync(
                async (writer, token) =>
                {
                    takenAt = Stopwatch.GetTimestamp();
                    var now = await writer.NowAsync(token).ConfigureAwait(false);
                    var state = LeaseState.Of(writer.Scope, now);
                    // One of its own was taken by a transaction whose commit got no answer, or could not be released.
                    var mayTake = state.Owner == owner || watch.MayTake(state);
                    if (mayTake)
                        Write(writer, owner, now);
                    return (state, mayTake);
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        return (before, isTaken ? new Lease(store, timing, owner, before.Term + 1, takenAt) : null);
    }

    private void Write(MirrorWriter writer, string owner, DateTimeOffset now)
    {
        var scope = writer.Scope;
        (scope.LeaseOwner, scope.LeaseTerm) = (owner, scope.LeaseTerm + 1);
        (scope.LeasedSince, scope.LeasedUntil) = (now, now + timing.Length);
        writer.SaveScope();
    }
}
