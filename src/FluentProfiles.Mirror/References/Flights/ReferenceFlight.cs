using FluentProfiles.Mirror.Errors;

namespace FluentProfiles.Mirror.References.Flights;

/// <summary>The work for one unknown reference, for which all calls of this process wait. It goes on while one of them waits, and in
/// any case once the create may have been sent.</summary>
/// <param name="reference">The reference.</param>
/// <param name="run">Does the work; its token is cancelled when nobody waits any more, or the mirror is disposed.</param>
/// <param name="stopped">Is cancelled when the mirror is disposed.</param>
internal sealed class ReferenceFlight(
    string reference,
    Func<ReferenceFlight, CancellationToken, Task<ProfileReference>> run,
    CancellationToken stopped
)
{
    private readonly Lock gate = new();
    private readonly List<FlightCaller> callers = [];
    private readonly CancellationTokenSource abandoned = new();
    private Task<ProfileReference>? work;

    // The call whose profile is created. At the end, one that still waits.
    private FlightCaller? creator;
    private bool isClosed;

    public string Reference => reference;

    /// <summary>Ends when the flight has ended, without its failure.</summary>
    public Task EndedAsync(CancellationToken cancellationToken) =>
        work is { } running ? Task.WhenAny(running).WaitAsync(cancellationToken) : Task.CompletedTask;

    /// <summary>Adds a call, and begins with the first one.</summary>
    /// <returns>False for a flight that takes no more calls.</returns>
    public bool TryJoin(FlightCaller caller)
    {
        lock (gate)
        {
            if (isClosed)
                return false;
            callers.Add(caller);
            work ??= StartAsync();
            return true;
        }
    }

    /// <summary>Waits for the end of the work.</summary>
    /// <exception cref="OperationCanceledException">The caller waits no more; others do.</exception>
    /// <exception cref="ObjectDisposedException">The mirror was disposed.</exception>
    /// <exception cref="Exception">The caller's function has failed. The work goes on for the others.</exception>
    public async Task<ProfileReference> WaitAsync(FlightCaller caller, CancellationToken cancellationToken)
    {
        ProfileReference found;
        try
        {
            await Task.WhenAny(caller.Failed, work!).WaitAsync(cancellationToken).ConfigureAwait(false);
            found = await (caller.Failed.IsCompleted ? FailedAsync(caller, cancellationToken) : work!).ConfigureAwait(
                false
            );
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            if (TryLeave(caller))
                throw new OperationCanceledException(cancellationToken);
            found = await work!.ConfigureAwait(false);
        }
        // One call is told that it has created the profile.
        return found.WasCreated && creator != caller ? found with { WasCreated = false } : found;
    }

    /// <summary>The call whose profile is created: the first one that still waits.</summary>
    /// <exception cref="OperationCanceledException">Nobody waits any more.</exception>
    public FlightCaller ChooseCreator()
    {
        lock (gate)
        {
            creator = callers.FirstOrDefault() ?? throw new OperationCanceledException(abandoned.Token);
            return creator;
        }
    }

    /// <summary>Goes on without a call whose function has failed.</summary>
    public void Remove(FlightCaller failed)
    {
        lock (gate)
        {
            callers.Remove(failed);
            isClosed |= callers.Count == 0;
        }
        failed.Fail();
    }

    private async Task<ProfileReference> FailedAsync(FlightCaller caller, CancellationToken cancellationToken)
    {
        // The last one waits until the claim is given back.
        if (Volatile.Read(ref isClosed))
            await EndedAsync(cancellationToken).ConfigureAwait(false);
        return await caller.Failed.ConfigureAwait(false);
    }

    /// <returns>False where the work has ended, and the other calls leave it to this one to say that the profile was created.</returns>
    private bool TryLeave(FlightCaller caller)
    {
        lock (gate)
        {
            // One whose function has failed is no longer among them.
            var hasWaited = callers.Remove(caller);
            if (isClosed && creator == caller && hasWaited)
                return false;
            if (callers.Count > 0 || isClosed)
                return true;
            isClosed = true;
        }
        abandoned.Cancel();
        return true;
    }

    private void Close()
    {
        lock (gate)
        {
            isClosed = true;
            // The call whose profile was created may have left since.
            if (creator is null || !callers.Contains(creator))
                creator = callers.FirstOrDefault();
        }
    }

    private Task<ProfileReference> StartAsync()
    {
        // What flows with the first call, such as its trace or its transaction, is not that of the others.
        using (ExecutionContext.SuppressFlow())
            return Task.Run(RunAsync).Observed();
    }

    private async Task<ProfileReference> RunAsync()
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(abandoned.Token, stopped);
        try
        {
            return await run(this, end.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested)
        {
            throw DisposedMirror.Error(
                "The mirror was disposed before the profile was found. This call has created none."
            );
        }
        finally
        {
            Close();
        }
    }
}
