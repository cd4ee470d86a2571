using FluentProfiles.Http.Calls;
using FluentProfiles.Mirror.Storing;
using FluentProfiles.Mirror.Storing.Rows;
using FluentProfiles.Model.Betas;

namespace FluentProfiles.Mirror.WritingThrough;

/// <summary>Brings the application's own writes into the mirror as soon as the service has accepted them. Whatever happens to the
/// mirror, a write of the application does not fail, and waits for a short time at most. Thread-safe.</summary>
/// <param name="store">The database.</param>
/// <param name="clock">The time.</param>
/// <param name="betas">The betas of the mirror, which choose the shape of what it stores.</param>
/// <param name="marked">Called when profiles were marked to be read again.</param>
internal sealed class WriteThrough(MirrorStore store, TimeProvider clock, BetaSet betas, Action marked)
    : IWriteObserver,
        IAsyncDisposable
{
    /// <summary>The longest that a write waits for the mirror.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly WriteQueue queue = new(new OwnWriteStore(store, marked), clock);

    /// <summary>Called with the failure after which writes are only noted, once until writes are stored again. It must not throw.</summary>
    public Action<Exception>? Failed
    {
        set => queue.Failed = value;
    }

    /// <inheritdoc cref="WriteQueue.Idle"/>
    public Task Idle => queue.Idle;

    public IObservedWrite? Begin(ServiceSettings settings, ServiceCall call, string? id) =>
        (call.Scope.Workspace ?? "") != store.Scope.Workspace
            ? null
            : new OwnWrite(this, settings, id, call.Endpoint == Endpoint.Delete, store.Seen.Latest)
            {
                IsOfOtherShape = call.Scope.Betas.Revision != betas.Revision,
            };

    /// <summary>Reads the answer to a write.</summary>
    /// <returns>Null if the mirror can't take it.</returns>
    public ProfileRow? Read(ServiceAnswer answer, string? id, DateTimeOffset begunAt)
    {
        try
        {
            return store.Rows.ReadKept(answer, id, begunAt);
        }
        catch (ProfilesProtocolException)
        {
            // The caller has what the library can read of it. The mirror reads the profile again.
            return null;
        }
    }

    /// <summary>Takes a write that the service has accepted. Returns when the mirror has it, or after a short time.</summary>
    public async Task TakeAsync(OwnWrite write, CancellationToken cancellationToken)
    {
        if (write.Row is null && !write.Deletes)
        {
            Doubt(write.Id);
            return;
        }
        if (!queue.TryAdd(write))
            return;
        try
        {
            await write.Settled.Task.WaitAsync(Patience, clock, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            queue.Stall(write);
        }
        catch (OperationCanceledException)
        {
            // The caller does not wait any longer. The write stays in the queue.
        }
    }

    /// <summary>Notes that a profile has to be read again. A create that may have been carried out has no id yet: the next pass over
    /// new profiles finds it.</summary>
    public void Doubt(string? id)
    {
        if (id is not null)
            queue.Doubt(id);
    }

    public ValueTask DisposeAsync() => queue.DisposeAsync();
}
