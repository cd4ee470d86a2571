using FluentProfiles.Mirror.Contexts;

namespace FluentProfiles.Mirror.Storing;

/// <summary>Runs transactions again that the database has given up in favor of others.</summary>
internal static class Conflicts
{
    private const int MostAttempts = 6;
    private const double MillisecondsBetween = 20;

    /// <param name="run">Runs the whole transaction.</param>
    /// <param name="cancellationToken">Cancels the waits.</param>
    public static async Task<T> RetryAsync<T>(Func<Task<T>> run, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await run().ConfigureAwait(false);
            }
            catch (Exception failure) when (attempt < MostAttempts && DatabaseFailure.IsConflict(failure))
            {
                // Random, so that two transactions do not meet again.
                var wait = TimeSpan.FromMilliseconds(MillisecondsBetween * attempt * (1 + Random.Shared.NextDouble()));
                await Task.Delay(wait, TimeProvider.System, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
