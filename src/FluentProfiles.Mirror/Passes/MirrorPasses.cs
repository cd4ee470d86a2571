using FluentProfiles.Mirror.Storing;
using FluentProfiles.Mirror.Telemetry;

namespace FluentProfiles.Mirror.Passes;

/// <summary>Runs the passes of a mirror: one of each kind at a time.</summary>
internal sealed class MirrorPasses : IDisposable
{
    private readonly Dictionary<MirrorPassKind, SemaphoreSlim> turns = Enum.GetValues<MirrorPassKind>()
        .ToDictionary(kind => kind, _ => new SemaphoreSlim(1));

    private readonly ProfilesClient background;
    private readonly MirrorStore store;
    private readonly PassStore passes;
    private readonly PassGuard guard;
    private readonly TimeProvider clock;
    private readonly MirrorFigures figures;

    /// <param name="client">The application's client.</param>
    /// <param name="store">The database.</param>
    /// <param name="options">The limits.</param>
    public MirrorPasses(ProfilesClient client, MirrorStore store, ProfileMirrorOptions options)
    {
        this.store = store;
        background = client.CreateBackgroundClient(options.MaxRequestsPerSecond);
        var settings = background.Service.Settings;
        (clock, Readings) = (settings.TimeProvider, new(settings.TimeProvider));
        (passes, guard) = (new(store), new(options));
        Ledger = new(store, Readings, clock);
        figures = new(settings.Address.Host, settings.Workspace, clock);
    }

    public PassLedger Ledger { get; }

    public ReadingClock Readings { get; }

    public TimeProvider Clock => clock;

    /// <summary>What passes read and write in the database.</summary>
    public PassStore Store => passes;

    /// <summary>The requests of one pass, or of one reading of single profiles.</summary>
    public PassService CreateService() => new(background.Service, store.Rows, Readings);

    public async Task<MirrorStatus> ReadStatusAsync(CancellationToken cancellationToken)
    {
        var status = await Ledger.ReadStatusAsync(cancellationToken).ConfigureAwait(false);
        figures.Note(status);
        return status;
    }

    /// <summary>Runs a pass, or goes on with one that was interrupted.</summary>
    public async Task<MirrorPassReport> RunAsync(
        MirrorPassKind kind,
        IProgress<MirrorPassReport>? progress,
        CancellationToken cancellationToken
    )
    {
        await turns[kind].WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var report = await RunInTurnAsync(kind, progress, cancellationToken).ConfigureAwait(false);
            MirrorTelemetry.Count(report, clock.GetUtcNow() - report.StartedAt);
            return report;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            await NoteFailureAsync(kind, failure).ConfigureAwait(false);
            throw;
        }
        finally
        {
            turns[kind].Release();
        }
    }

    public void Dispose()
    {
        figures.Dispose();
        background.Dispose();
    }

    private async Task<MirrorPassReport> RunInTurnAsync(
        MirrorPassKind kind,
        IProgress<MirrorPassReport>? progress,
        CancellationToken cancellationToken
    )
    {
        var start = await Ledger.BeginAsync(kind, cancellationToken).ConfigureAwait(false);
        if (start is { IsFirst: true, RowsAtStart: 0, Cursor: null })
            await store.DropIndexesAsync(cancellationToken).ConfigureAwait(false);
        var run = RunOf(start, progress);
        try
        {
            return await CompleteAsync(run, cancellationToken).ConfigureAwait(false);
        }
        // The service may not take a cursor of long ago. The pass then begins anew.
        catch (ProfilesInvalidRequestException) when (start.Cursor is not null && !run.HasMovedOn)
        {
            await Ledger.DropAsync(kind, cancellationToken).ConfigureAwait(false);
            start = await Ledger.BeginAsync(kind, cancellationToken).ConfigureAwait(false);
            return await CompleteAsync(RunOf(start, progress), cancellationToken).ConfigureAwait(false);
        }
    }

    private PassRun RunOf(PassState start, IProgress<MirrorPassReport>? progress) =>
        new(CreateService(), passes, guard, start, state => progress?.Report(state.ToReport()));

    private async Task<MirrorPassReport> CompleteAsync(PassRun run, CancellationToken cancellationToken)
    {
        var end = await run.RunAsync(cancellationToken).ConfigureAwait(false);
        if (end.Kind == MirrorPassKind.Full)
            await store.BuildIndexesAsync(cancellationToken).ConfigureAwait(false);
        await Ledger.CompleteAsync(end, cancellationToken).ConfigureAwait(false);
        await ReadStatusAsync(cancellationToken).ConfigureAwait(false);
        return end.ToReport();
    }

    /// <summary>Notes a failure for <see cref="MirrorStatus.LastError"/>, where the database takes it.</summary>
    private async Task NoteFailureAsync(MirrorPassKind kind, Exception failure)
    {
        if (failure is MirrorStoppedException)
            MirrorTelemetry.Stops.Add(1, MirrorTelemetry.Tag(kind));
        try
        {
            var text = failure is ProfilesException ? failure.Message : failure.GetType().Name;
            await Ledger.FailAsync($"{kind}: {text}", CancellationToken.None).ConfigureAwait(false);
            await ReadStatusAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The caller gets the failure itself.
        }
    }
}
