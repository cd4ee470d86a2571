using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Readings;
using FluentProfiles.Mirror.Storing;
using FluentProfiles.Mirror.Telemetry;
using FluentProfiles.Telemetry;

namespace FluentProfiles.Mirror.Inbox;

/// <summary>Reads the profiles of the inbox that are due. Of an event it believes nothing but the id.</summary>
/// <param name="store">The database.</param>
/// <param name="readings">Reads profiles by id.</param>
/// <param name="watchers">Take the reports.</param>
internal sealed class InboxReader(MirrorStore store, ProfileReadings readings, Watchers watchers) : IDisposable
{
    /// <summary>The service is asked for so many at once, and they are stored together.</summary>
    public const int AtOnce = 8;

    // A pass of the application's does not take much longer for it.
    private const int MostAfterPass = 40;

    // With the service down, every reading fails.
    private const int MostFailures = 3;

    // What one step has read is not due for the next.
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Reads what is due.</summary>
    /// <returns>What was read.</returns>
    /// <exception cref="MirrorDatabaseException">The database failed.</exception>
    public async Task<InboxStep> StepAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var (due, backlog) = await DueAsync(cancellationToken).ConfigureAwait(false);
            var failure = due.Count == 0 ? null : await ReadAsync(due, cancellationToken).ConfigureAwait(false);
            return new(due.Count, failure) { Backlog = backlog };
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Reads what is due after a pass that the application has called: no loop may do so. Ends at a failure, after which the
    /// profiles are due again later.</summary>
    /// <exception cref="MirrorDatabaseException">The database failed.</exception>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        for (var read = 0; read < MostAfterPass; read += AtOnce)
        {
            var step = await StepAsync(cancellationToken).ConfigureAwait(false);
            if (!step.HasMore || step.Failure is not null)
                return;
        }
    }

    public void Dispose() => turn.Dispose();

    private Task<(List<MirrorPendingRead> Due, InboxBacklog Backlog)> DueAsync(CancellationToken cancellationToken) =>
        store.ReadAsync(
            async (reader, token) =>
            {
                var now = await reader.NowAsync(token).ConfigureAwait(false);
                var (unread, oldest) = await reader.Pending.UnreadAsync(token).ConfigureAwait(false);
                var due = await reader.Pending.DueAsync(now, AtOnce, token).ConfigureAwait(false);
                return (due, new InboxBacklog(unread, oldest is { } at ? now - at : TimeSpan.Zero));
            },
            cancellationToken
        );

    /// <returns>The first failure, or null.</returns>
    private async Task<ProfilesException?> ReadAsync(
        IReadOnlyList<MirrorPendingRead> due,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await ReadTogetherAsync(due, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (ProfilesException failure) when (IsOfReading(failure))
        {
            if (due.Count == 1 || failure is MirrorException)
                await PostponeAsync(due, cancellationToken).ConfigureAwait(false);
            else
                await ReadOneByOneAsync(due, cancellationToken).ConfigureAwait(false);
            return failure;
        }
    }

    // One profile that the service can't show holds up no other.
    private async Task ReadOneByOneAsync(IReadOnlyList<MirrorPendingRead> due, CancellationToken cancellationToken)
    {
        var failures = 0;
        foreach (var row in due)
        {
            if (failures == MostFailures)
                await PostponeAsync([row], cancellationToken).ConfigureAwait(false);
            else
                failures += await ReadAsync([row], cancellationToken).ConfigureAwait(false) is null ? -failures : 1;
        }
    }

    private async Task ReadTogetherAsync(IReadOnlyList<MirrorPendingRead> due, CancellationToken cancellationToken)
    {
        DateTimeOffset storedAt = default;
        var read = await readings
            .ReadAsync(
                [.. due.Select(row => row.Profile)],
                async (writer, all, token) =>
                {
                    storedAt = await writer.NowAsync(token).ConfigureAwait(false);
                    foreach (var (row, reading) in due.Zip(all))
                        await NoteAsync(writer, row, reading, storedAt, token).ConfigureAwait(false);
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        foreach (var (row, reading) in due.Zip(read))
            InboxTelemetry.CountRead(watchers, reading.Effect, row.Attempts == 0 ? storedAt - row.FirstAt : null);
    }

    private static Task NoteAsync(
        MirrorWriter writer,
        MirrorPendingRead row,
        ProfileReading reading,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (reading.Effect == ReadingEffect.Overtaken)
            return writer.Pending.PostponeAsync(row, now, row.Attempts, cancellationToken);
        var differs = reading.Effect is ReadingEffect.Added or ReadingEffect.Changed or ReadingEffect.Removed;
        return ReadAgain.After(row.Attempts, differs, row.FirstAt != row.LastAt) is { } wait
            ? writer.Pending.PostponeAsync(row, now + wait, row.Attempts + 1, cancellationToken)
            : writer.Pending.SettleAsync(row, cancellationToken);
    }

    private Task PostponeAsync(IReadOnlyList<MirrorPendingRead> rows, CancellationToken cancellationToken)
    {
        InboxTelemetry.CountFailures(watchers, rows.Count);
        return store.WriteAsync(
            async (writer, token) =>
            {
                var now = await writer.NowAsync(token).ConfigureAwait(false);
                foreach (var row in rows)
                {
                    var dueAt = now + ReadAgain.AfterFailure(now - row.LastAt);
                    await writer.Pending.PostponeAsync(row, dueAt, row.Attempts, token).ConfigureAwait(false);
                }
            },
            cancellationToken
        );
    }

    private static bool IsOfReading(ProfilesException failure) =>
        failure is not (MirrorDatabaseException or MirrorSchemaException);
}
