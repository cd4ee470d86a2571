using System.Globalization;
using System.Security.Cryptography;
using FluentProfiles.Mirror.Storing;
using FluentProfiles.Mirror.Telemetry;

namespace FluentProfiles.Mirror.Leasing;

/// <summary>Takes the lease of a mirror for those who refresh it. All uses of one mirror object share a lease; two objects are two
/// holders. Thread-safe.</summary>
/// <param name="store">The store.</param>
/// <param name="timing">The length of the lease.</param>
/// <param name="figures">What the gauges report.</param>
internal sealed class LeaseKeeper(MirrorStore store, LeaseTiming timing, MirrorFigures figures)
{
    private readonly LeaseRow row = new(store, timing);
    private readonly SemaphoreSlim turn = new(1);
    private Lease? current;
    private int uses;

    /// <summary>The holder, for people: its machine, its process and a random number.</summary>
    public string Owner { get; } =
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.MachineName}/{Environment.ProcessId}/{RandomNumberGenerator.GetHexString(8, lowercase: true)}"
        );

    /// <summary>Takes the lease for one piece of work, or joins those who have it. Waits for the lease of a dead holder to
    /// end.</summary>
    /// <exception cref="MirrorBusyException">Another holder is alive.</exception>
    public Task<LeaseHold> HoldAsync(CancellationToken cancellationToken) =>
        HoldAsync((state, isAlive) => ThrowIf(isAlive, state), cancellationToken);

    /// <summary>Takes the lease as soon as no other holder has it.</summary>
    /// <param name="waits">Called after each look at the lease of another holder.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public Task<LeaseHold> StandByAsync(Action<LeaseState> waits, CancellationToken cancellationToken) =>
        HoldAsync((state, _) => waits(state), cancellationToken);

    /// <summary>Ends a use, and releases the lease after the last one.</summary>
    public async ValueTask ReleaseAsync(Lease lease)
    {
        await turn.WaitAsync().ConfigureAwait(false);
        try
        {
            if (lease == current && --uses == 0)
                await EndAsync(lease).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<LeaseHold> HoldAsync(Action<LeaseState, bool> waits, CancellationToken cancellationToken)
    {
        LeaseWatch watch = new(timing);
        while (true)
        {
            if (await TryHoldAsync(watch, cancellationToken).ConfigureAwait(false) is { } hold)
                return hold;
            waits(watch.Latest!, watch.IsAlive);
            await Task.Delay(watch.NextLook, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<LeaseHold?> TryHoldAsync(LeaseWatch watch, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (current?.Lost.IsCancellationRequested == true)
                await EndAsync(current).ConfigureAwait(false);
            if (current is null)
                await TryTakeAsync(watch, cancellationToken).ConfigureAwait(false);
            if (current is null)
                return null;
            uses++;
            return new(this, current);
        }
        finally
        {
            turn.Release();
        }
    }

    // The first look locks nothing: only who may take the lease waits for transactions of others.
    private async Task TryTakeAsync(LeaseWatch watch, CancellationToken cancellationToken)
    {
        var state = await row.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (!watch.HasEnded(state) && state.Owner != Owner)
        {
            watch.Note(state);
            return;
        }
        (state, current) = await row.TakeAsync(Owner, watch, cancellationToken).ConfigureAwait(false);
        if (current is null)
            watch.NoteNotTaken(state);
        else
            figures.NoteTaken(isTakeOver: state.Owner is not null);
    }

    private async Task EndAsync(Lease lease)
    {
        (current, uses) = (null, 0);
        figures.NoteReleased();
        await lease.DisposeAsync().ConfigureAwait(false);
    }

    private static void ThrowIf(bool isAlive, LeaseState state)
    {
        if (!isAlive)
            return;
        var since = state.Since ?? state.Now;
        throw new MirrorBusyException(
            state.Owner!,
            since,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{state.Owner} has refreshed this mirror since {since:yyyy-MM-dd'T'HH:mm:ss'Z'}. Only one process at a time can refresh a mirror. "
            ) + "You can query the mirror here. To run a pass here, stop the refresher in that process first."
        );
    }
}
