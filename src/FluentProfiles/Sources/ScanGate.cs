using System.Threading.RateLimiting;

namespace FluentProfiles.Sources;

/// <summary>Bounds how many runs of a client read listings at once. Waiting runs get their turn in the order in which they
/// came.</summary>
/// <param name="most">How many.</param>
internal sealed class ScanGate(int most)
{
    private readonly AsyncLocal<bool> isInside = new();

    private readonly ConcurrencyLimiter places = new(
        new()
        {
            PermitLimit = most,
            QueueLimit = int.MaxValue,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }
    );

    /// <summary>Waits for a place. Code called by a run that has a place does not need another: it could wait forever for
    /// the run that waits for it.</summary>
    /// <returns>Releases the place when disposed; null for none.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async ValueTask<IDisposable?> EnterAsync(CancellationToken cancellationToken) =>
        isInside.Value ? null : await places.AcquireAsync(1, cancellationToken).ConfigureAwait(false);

    /// <summary>Notes that what follows in this asynchronous method is part of a run with a place.</summary>
    public void MarkInside() => isInside.Value = true;
}
