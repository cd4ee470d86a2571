using FluentProfiles.Mirror.References.Waiting;

namespace FluentProfiles.Mirror.References.Creating;

/// <summary>The writes after a create. The caller, whose outcome is known, waits a short time for a database that fails or does not
/// answer. A later call finds the profile in the listing.</summary>
/// <param name="parts">What the steps need.</param>
internal sealed class PatientWrites(ReferenceParts parts)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>Writes, again for a short time where that fails. A write that takes longer goes on.</summary>
    /// <param name="write">The write. It may come late, so it does no harm to later ones.</param>
    public async Task RunAsync(Func<CancellationToken, Task> write)
    {
        OutcomeWait wait = new(parts.Times, parts.Clock);
        Elapsed since = new(parts.Clock);
        while (Longest - since.Time is var left && left > TimeSpan.Zero && !parts.Closed.IsCancellationRequested)
        {
            // SQLite blocks the thread that waits for the file.
            var writing = Task.Run(() => write(parts.Closed)).Observed();
            await writing.WaitAsync(left, parts.Clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (writing.IsCompletedSuccessfully || !writing.IsCompleted)
                return;
            await wait.PollAsync(parts.Closed).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
