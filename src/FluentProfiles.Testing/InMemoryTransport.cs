using System.Runtime.ExceptionServices;
using FluentProfiles.Emulator.Fronts;
using FluentProfiles.Emulator.Protocol;
using FluentProfiles.Http.Transport;

namespace FluentProfiles.Testing;

/// <summary>Hands the requests of the client to the service in memory, and fails them as a test wants. Thread-safe.</summary>
internal sealed class InMemoryTransport(RequestHandler service) : IMemoryTransport
{
    private readonly object gate = new();
    private readonly List<InMemoryCall> calls = [];
    private readonly Queue<PlannedFailure> failures = [];

    public Func<InMemoryCall, CancellationToken, Task>? BeforeCall { get; set; }

    public IReadOnlyList<InMemoryCall> Calls
    {
        get
        {
            lock (gate)
                return [.. calls];
        }
    }

    public void ClearCalls()
    {
        lock (gate)
            calls.Clear();
    }

    public void FailNext(PlannedFailure failure)
    {
        lock (gate)
            failures.Enqueue(failure);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var received = await HttpMessages.ReadAsync(request, cancellationToken).ConfigureAwait(false);
        var failure = Note(InMemoryCall.Of(received), out var call);
        try
        {
            if (BeforeCall is { } before)
                await before(call, cancellationToken).ConfigureAwait(false);
            if (failure is { IsAnswerLost: false })
                ExceptionDispatchInfo.Throw(failure.Exception);
        }
        catch (ProfilesConnectionException unsent)
        {
            // A create that fails so was not carried out, and the client must not report its outcome as unknown.
            unsent.IsUnsent = true;
            throw;
        }
        var answer = service.Handle(received);
        if (failure is not null)
            ExceptionDispatchInfo.Throw(failure.Exception);
        return HttpMessages.ToResponse(answer, request);
    }

    /// <summary>Notes a call.</summary>
    /// <returns>Its failure, or null.</returns>
    private PlannedFailure? Note(InMemoryCall made, out InMemoryCall call)
    {
        call = made;
        lock (gate)
        {
            calls.Add(made);
            return failures.TryDequeue(out var failure) ? failure : null;
        }
    }
}
