using FluentProfiles.Mirror.Changes;
using FluentProfiles.Mirror.Leasing;
using FluentProfiles.Mirror.Storing;
using FluentProfiles.Mirror.Storing.Moments;
using FluentProfiles.Mirror.Storing.Rows;
using FluentProfiles.Mirror.Telemetry;
using FluentProfiles.Telemetry;

namespace FluentProfiles.Mirror.Passes;

/// <summary>Runs the passes of a mirror under its lease: one of each kind at a time.</summary>
internal sealed class MirrorPasses : IDisposable
{
    private readonly Dictionary<MirrorPassKind, SemaphoreSlim> turns = Enum.GetValues<MirrorPassKind>()
        .ToDictionary(kind => kind, _ => new SemaphoreSlim(1));

    private readonly ProfilesClient background;
    private readonly ProfileRowReader rows;
    private readonly SeenMoment seen;
    private readonly PassGuard guard;
    private readonly Watchers watchers;
    private readonly TimeSpan keepChanges;
    private readonly int rowsAtOnce;

    /// <param name="client">The application's client.</param>
    /// <param name="store">The database.</param>
    /// <param name="options">The limits.</param>
    public MirrorPasses(ProfilesClient client, MirrorStore store, ProfileMirrorOptions options)
    {
        background = client.CreateBackgroundClient(options.MaxRequestsPerSecond);
        var settings = background.Service.Settings;
        (Clock, watchers) = (settings.TimeProvider, settings.Watchers);
        (guard, keepChanges) = (new(options), options.KeepChanges);
        (rows, seen, rowsAtOnce) = (store.Rows, store.Seen, options.RowsAtOnce);
        Store = new(store, rowsAtOnce, CancellationToken.None);
        Ledger = new(store, Clock);
        Figures = new(settings.Address.Host, settings.Workspace, Clock, watchers);
        Leases = new(store, options.Lease, Figures);
    }

    /// <summary>Reads what is known of passes.</summary>
    public PassLedger Ledger { get; }

    public LeaseKeeper Leases { get; }

    public TimeProvider Clock { get; }

    /// <summary>What the gauges report.</summary>
    public MirrorFigures Figures { get; }

    /// <summary>What passes read and write in the database, without a lease.</summary>
    public PassStore Store { get; }

    /// <summary>The requests of one pass, or of one reading of single profiles.</summary>
    /// <param name="hold">The lease under which they are sent; null where none is needed.</param>
    public PassService CreateService(LeaseHold? hold = null) =>
        new(background.Service, rows, seen, hold is null ? null : hold.CertainAsync);

    public async Task<MirrorStatus> ReadStatusAsync(CancellationToken cancellationToken)
    {
        var status = await Ledger.ReadStatusAsync(cancellationToken).ConfigureAwait(false);
        Figures.Note(status);
        return status;
    }

    /// <summary>Runs a pass, or goes on with one that was interrupted.</summary>
    /// <exception cref="MirrorBusyException">Another process refreshes the mirror.</exception>
    /// <exception cref="MirrorLeaseLostException">The lease was lost meanwhile.</exception>
    public async Task<MirrorPassReport> RunAsync(
        MirrorPassKind kind,
        IProgress<MirrorPassReport>? progress,
        CancellationToken cancellationToken
    )
    {
        await turns[kind].WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var hold = await Leases.HoldAsync(cancellationToken).ConfigureAwait(false);
            await using var _ = hold.ConfigureAwait(false);
            return await RunAsync(kind, hold, progress, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            turns[kind].Release();
        }
    }

    /// <summary>Lets a pass go on that has stopped.</summary>
    /// <returns>What it has done; null where no pass of that number has stopped.</returns>
    public async Task<MirrorPassReport?> ApproveAsync(long pass, CancellationToken cancellationToken)
    {
        var hold = await Leases.HoldAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = hold.ConfigureAwait(false);
        return await LedgerOf(hold).ApproveAsync(pass, cancellationToken).ConfigureAwait(false) is { } kind
            ? await RunAsync(kind, progress: null, cancellationToken).ConfigureAwait(false)
            : null;
    }

    /// <summary>Deletes all that is known of the scope.</summary>
    public async Task ResetAsync(CancellationToken cancellationToken)
    {
        var hold = await Leases.HoldAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = hold.ConfigureAwait(false);
        await hold.Store.ResetAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        Figures.Dispose();
        background.Dispose();
    }

    private async Task<MirrorPassReport> RunAsync(
        MirrorPassKind kind,
        LeaseHold hold,
        IProgress<MirrorPassReport>? progress,
        CancellationToken cancellationToken
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, hold.Lost);
        PassStore passes = new(hold.Store, rowsAtOnce, hold.Lost);
        HeldPass pass = new(() => CreateService(hold), passes, hold, LedgerOf(hold), guard);
        try
        {
            var report = await pass.RunAsync(kind, progress, stop.Token).ConfigureAwait(false);
            await new FeedPruning(hold.Store, keepChanges).RunAsync(stop.Token).ConfigureAwait(false);
            await ReadStatusAsync(stop.Token).ConfigureAwait(false);
            MirrorTelemetry.Count(watchers, report, Clock.GetUtcNow() - report.StartedAt);
            return report;
        }
        catch (OperationCanceledException cause)
            when (hold.Lost.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw Lease.Lapsed(cause);
        }
        catch (Exception failure) when (failure is not OperationCanceledException and not MirrorLeaseLostException)
        {
            await NoteFailureAsync(kind, failure, hold).ConfigureAwait(false);
            throw;
        }
    }

    private PassLedger LedgerOf(LeaseHold hold) => new(hold.Store, Clock);

    /// <summary>Notes a failure for <see cref="MirrorStatus.LastError"/>, where the database takes it.</summary>
    private async Task NoteFailureAsync(MirrorPassKind kind, Exception failure, LeaseHold hold)
    {
        if (failure is MirrorStoppedException)
            MirrorTelemetry.CountStop(watchers, kind);
        try
        {
            var text = FailureText.Of(failure);
            await LedgerOf(hold).FailAsync(kind, text, hold.Lost).ConfigureAwait(false);
            await ReadStatusAsync(hold.Lost).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The caller gets the failure itself.
        }
    }
}
