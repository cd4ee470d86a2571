using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Storing;
using FluentProfiles.Mirror.Telemetry;
using FluentProfiles.Telemetry;

namespace FluentProfiles.Mirror.Inbox;

/// <summary>Stores webhook events, so that the profiles that they concern are read. An event names no workspace: every scope of the
/// database that has the profile reads it, and where none has it, each looks for it. Thread-safe.</summary>
/// <param name="store">The scope of the mirror that receives the events.</param>
/// <param name="pruning">Removes old events.</param>
/// <param name="watchers">Take the reports.</param>
internal sealed class WebhookInbox(MirrorStore store, EventPruning pruning, Watchers watchers)
    : IWebhookHandler,
        IDisposable
{
    // Nothing is stored under a longer one.
    private const int LongestId = 256;

    // A scope that is not refreshed never reads its inbox, and sweeps when it is refreshed again.
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(7);

    // A writer of SQLite that meets another one sleeps before it tries again.
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Is set when there is something to read.</summary>
    public InboxSignal Arrived { get; } = new();

    /// <summary>Wakes the reader, if it runs in this process.</summary>
    public void Nudge() => Arrived.Set();

    public async ValueTask HandleAsync(WebhookEvent received, CancellationToken cancellationToken)
    {
        if (received.ProfileId is not { } profile || !CanBeId(profile))
            return;
        var own = await store.OpenAsync(cancellationToken).ConfigureAwait(false);
        var scopes = await store
            .ReadInSessionAsync(
                (session, _, token) => ScopesOf.FindAsync(session, profile, own, Abandoned, token),
                store.Contexts,
                cancellationToken
            )
            .ConfigureAwait(false);
        var result = await StoreInTurnAsync(scopes, received, profile, cancellationToken).ConfigureAwait(false);
        InboxTelemetry.CountEvent(watchers, result);
        Nudge();
        await pruning.RunAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => turn.Dispose();

    private async Task<ReceivedResult> StoreInTurnAsync(
        IReadOnlyList<int> scopes,
        WebhookEvent received,
        string profile,
        CancellationToken cancellationToken
    )
    {
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var result = ReceivedResult.Duplicate;
            foreach (var scope in scopes)
            {
                var stored = await store
                    .WriteToAsync(
                        scope,
                        (writer, token) =>
                            scopes.Count == 1
                                ? StoreAsync(writer, received, profile, token)
                                : StoreIfStillAsync(writer, received, profile, token),
                        cancellationToken
                    )
                    .ConfigureAwait(false);
                result = stored == ReceivedResult.Duplicate ? result : stored;
            }
            return result;
        }
        finally
        {
            turn.Release();
        }
    }

    // Since the scopes were found, one of them may have read the profile, or erased it and deleted its id in the others.
    private async Task<ReceivedResult> StoreIfStillAsync(
        MirrorWriter writer,
        WebhookEvent received,
        string profile,
        CancellationToken cancellationToken
    )
    {
        var own = await store.OpenAsync(cancellationToken).ConfigureAwait(false);
        var scopes = await ScopesOf
            .FindAsync(writer.Session, profile, own, Abandoned, cancellationToken)
            .ConfigureAwait(false);
        return scopes.Contains(writer.Scope.Id)
            ? await StoreAsync(writer, received, profile, cancellationToken).ConfigureAwait(false)
            : ReceivedResult.Duplicate;
    }

    private static async Task<ReceivedResult> StoreAsync(
        MirrorWriter writer,
        WebhookEvent received,
        string profile,
        CancellationToken cancellationToken
    )
    {
        var erased = await writer.Erasures.AmongAsync([profile], cancellationToken).ConfigureAwait(false);
        if (erased.Count > 0)
            return ReceivedResult.Erased;
        var now = await writer.NowAsync(cancellationToken).ConfigureAwait(false);
        MirrorEvent stored = new()
        {
            Scope = writer.Scope.Id,
            Id = received.Id,
            Profile = profile,
            ReceivedAt = now,
        };
        if (!await writer.Events.AddAsync(stored, cancellationToken).ConfigureAwait(false))
            return ReceivedResult.Duplicate;
        await writer.Pending.MarkAsync([profile], now, cancellationToken).ConfigureAwait(false);
        if (LostEvents.ShownBy(received.CreatedAt, now, writer.Scope.StatusesAsOf))
            await writer.Pending.MarkStatusesAsync(now, cancellationToken).ConfigureAwait(false);
        return ReceivedResult.Stored;
    }

    private static bool CanBeId(string id) =>
        id is not ("" or "." or "..") && id.Length <= LongestId && !id.Any(char.IsControl);
}
