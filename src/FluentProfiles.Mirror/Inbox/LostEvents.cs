using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Storing;

namespace FluentProfiles.Mirror.Inbox;

/// <summary>Decides whether events may have been lost, and asks for a pass over all statuses then, before it is due.</summary>
/// <param name="store">The database.</param>
internal sealed class LostEvents(MirrorStore store)
{
    // The service repeats for longer than this.
    private static readonly TimeSpan ShortestGap = TimeSpan.FromMinutes(5);

    // An event that comes so late was not taken before. Others may have been given up.
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(15);

    private const int MissedPasses = 3;

    /// <summary>Notes a pass over new profiles, which run all the time: between two that lie far apart something was down.</summary>
    /// <param name="before">The start of the one before; null for none.</param>
    /// <param name="now">When this one was started.</param>
    /// <param name="interval">The time that usually lies between them.</param>
    /// <param name="cancellationToken">Cancels the transaction.</param>
    public async Task NotePassAsync(
        DateTimeOffset? before,
        DateTimeOffset now,
        TimeSpan interval,
        CancellationToken cancellationToken
    )
    {
        var usual = MissedPasses * interval;
        if (now - before > (usual > ShortestGap ? usual : ShortestGap))
            await store
                .WriteAsync(
                    async (writer, token) =>
                        await writer
                            .Pending.MarkStatusesAsync(await writer.NowAsync(token).ConfigureAwait(false), token)
                            .ConfigureAwait(false),
                    cancellationToken
                )
                .ConfigureAwait(false);
    }

    /// <summary>The mark that asks for the pass; null for none.</summary>
    public Task<MirrorPendingRead?> AskedAsync(CancellationToken cancellationToken) =>
        store.ReadAsync((reader, token) => reader.Pending.StatusesAsync(token), cancellationToken);

    /// <summary>Notes that a pass is complete that was started after it was asked for.</summary>
    public Task SettleAsync(MirrorPendingRead asked, CancellationToken cancellationToken) =>
        store.WriteAsync((writer, token) => writer.Pending.SettleAsync(asked, token), cancellationToken);

    /// <summary>True for an event that shows that others may be lost.</summary>
    /// <param name="createdAt">When the event was created.</param>
    /// <param name="now">The time.</param>
    /// <param name="statusesAsOf">The start of the last complete pass that read the statuses; null for none.</param>
    public static bool ShownBy(DateTimeOffset createdAt, DateTimeOffset now, DateTimeOffset? statusesAsOf) =>
        now - createdAt > Late && statusesAsOf < createdAt;
}
