namespace FluentProfiles.Writing.Bulk.Writes;

/// <summary>Runs many writes, several at once, counts their results, and ends the run when its failures say so.</summary>
/// <param name="options">How many at once, and after which failures the run ends.</param>
/// <param name="tally">Counts.</param>
/// <param name="cancellationToken">Ends the run.</param>
internal sealed class WriteLoop(WriteOptions options, BulkTally tally, CancellationToken cancellationToken)
{
    private readonly FailureLimit limit = new(options);
    private readonly int concurrency = options.Concurrency;
    private Exception? ending;
    private string? reason;

    /// <summary>True once a failure has ended the run, so that no further write may begin.</summary>
    public bool HasEnded => Volatile.Read(ref ending) is not null;

    /// <summary>Runs the writes and reports them.</summary>
    /// <param name="work">Calls <see cref="ForEachAsync"/>.</param>
    /// <param name="resumeToken">The token for the exception of a run that ends early.</param>
    /// <exception cref="BulkWriteCanceledException">The caller cancelled.</exception>
    /// <exception cref="ProfilesBulkWriteException">The run ended early.</exception>
    public async Task<BulkWriteReport> ReportAsync(Func<Task> work, Func<string?> resumeToken)
    {
        try
        {
            await work().ConfigureAwait(false);
            return tally.ToReport();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new BulkWriteCanceledException(tally.ToReport(), cancellationToken) { ResumeToken = resumeToken() };
        }
        catch (Exception failure)
        {
            throw new ProfilesBulkWriteException(tally.ToReport(), ending ?? failure, reason)
            {
                ResumeToken = resumeToken(),
            };
        }
    }

    /// <param name="items">What to write.</param>
    /// <param name="write">Writes one of them; null where it did not begin since the run has ended.</param>
    public Task ForEachAsync<T>(IAsyncEnumerable<T> items, Func<T, Task<WriteResult?>> write) =>
        Parallel.ForEachAsync(
            items,
            new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellationToken },
            // Not the loop's token, so that writes under way complete when one write ends the run.
            async (item, _) =>
            {
                if (await write(item).ConfigureAwait(false) is { } result)
                    Note(result);
            }
        );

    private void Note(WriteResult result)
    {
        var counts = tally.Note(result);
        if (result.Failure is not { } failure)
            return;
        var why = result.ConcernsAll ? "every further write would fail the same way" : limit.ReasonToStop(counts);
        if (why is null)
            return;
        if (Interlocked.CompareExchange(ref ending, failure.Error, null) is null)
            reason = why;
        throw failure.Error;
    }
}
