using System.Collections.Concurrent;

namespace FluentProfiles.Mirror.References.Flights;

/// <summary>The flights under way: one for a reference. Thread-safe.</summary>
/// <param name="run">Does the work of a flight.</param>
/// <param name="stopped">Is cancelled when the mirror is disposed, and ends the flights.</param>
internal sealed class ReferenceFlights(
    Func<ReferenceFlight, CancellationToken, Task<ProfileReference>> run,
    CancellationToken stopped
)
{
    private readonly ConcurrentDictionary<string, ReferenceFlight> flights = new(StringComparer.Ordinal);

    private CancellationToken Stopped => stopped;

    /// <summary>Ends when the flights under way have ended, without their failures.</summary>
    public Task EndedAsync() =>
        Task.WhenAll(flights.Values.Select(flight => flight.EndedAsync(CancellationToken.None)));

    /// <summary>Waits for the flight of a reference, and begins it where there is none.</summary>
    public async Task<ProfileReference> JoinAsync(
        string reference,
        CreateRequest request,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var flight = flights.GetOrAdd(reference, static (key, self) => new(key, self.RunAsync, self.Stopped), this);
            FlightCaller caller = new(request);
            if (flight.TryJoin(caller))
                return await flight.WaitAsync(caller, cancellationToken).ConfigureAwait(false);
            await flight.EndedAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<ProfileReference> RunAsync(ReferenceFlight flight, CancellationToken cancellationToken)
    {
        try
        {
            return await run(flight, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            flights.TryRemove(new(flight.Reference, flight));
        }
    }
}
