namespace FluentProfiles.Writing.Bulk;

/// <summary>Carries a bulk write out: several writes at once, as the query finds the profiles.</summary>
/// <param name="bulk">The write.</param>
/// <param name="writer">Sends.</param>
/// <param name="options">How it runs.</param>
/// <param name="cancellationToken">Ends it.</param>
internal sealed class BulkRun(
    BulkWrite bulk,
    ProfileWriter writer,
    BulkWriteOptions options,
    CancellationToken cancellationToken
)
{
    private readonly BulkTally tally = new(options.Progress, bulk.Watchers);
    private readonly FailureLimit limit = new(options);
    private readonly bool verifiesEach = options.VerifyEach;
    private Exception? ending;
    private string? reason;

    /// <exception cref="BulkWriteCanceledException">The caller cancelled.</exception>
    /// <exception cref="ProfilesBulkWriteException">The run ended early.</exception>
    public async Task<BulkWriteReport> RunAsync()
    {
        try
        {
            await WriteAllAsync().ConfigureAwait(false);
            return tally.ToReport();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new BulkWriteCanceledException(tally.ToReport(), cancellationToken);
        }
        catch (Exception failure)
        {
            throw new ProfilesBulkWriteException(tally.ToReport(), reason, ending ?? failure)
            {
                ResumeToken = bulk.ResumeToken,
            };
        }
    }

    private Task WriteAllAsync() =>
        Parallel.ForEachAsync(
            bulk.WritesAsync(cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = options.Concurrency, CancellationToken = cancellationToken },
            // Not the loop's token, so that writes under way complete when one write ends the run.
            async (write, _) => await HandleAsync(write).ConfigureAwait(false)
        );

    private Task HandleAsync(PlannedWrite write)
    {
        if (verifiesEach && write.IsDue)
            return VerifyAndWriteAsync(write.Id);
        tally.Found();
        return WriteAsync(write);
    }

    private async Task VerifyAndWriteAsync(string id)
    {
        PlannedWrite? write;
        try
        {
            write = await bulk.ReadAgainAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            tally.Found();
            Fail(id, failure, ConcernsAll(failure));
            return;
        }
        // Another write has ended the run meanwhile, and no further one begins.
        if (Volatile.Read(ref ending) is not null)
            return;
        tally.Found();
        if (write is null)
            tally.Skipped();
        else
            await WriteAsync(write).ConfigureAwait(false);
    }

    private async Task WriteAsync(PlannedWrite write)
    {
        if (write.Error is { } error)
            Fail(write.Id, error, concernsAll: false);
        else if (write.IsUnchanged)
            tally.Unchanged();
        else if (await SendAsync(write).ConfigureAwait(false) is not { } failure)
            tally.Written();
        // Another client has deleted the profile, which is the result wanted.
        else if (write.Write is null && failure is ProfilesNotFoundException { IsOfService: true })
            tally.Unchanged();
        else
            Fail(write.Id, failure, ConcernsAll(failure));
    }

    /// <returns>The failure, or null on success.</returns>
    private async Task<Exception?> SendAsync(PlannedWrite write)
    {
        try
        {
            await (
                write.Write is { } changes
                    ? writer.UpdateAsync(write.Id, changes, bulk.Plan.Scope, cancellationToken)
                    : writer.DeleteAsync(write.Id, bulk.Plan.Scope, cancellationToken)
            ).ConfigureAwait(false);
            return null;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return failure;
        }
    }

    private void Fail(string id, Exception failure, bool concernsAll)
    {
        var counts = tally.Failed(new(id, failure));
        var why = concernsAll ? "every further write would fail the same way" : limit.ReasonToStop(counts);
        if (why is null)
            return;
        if (Interlocked.CompareExchange(ref ending, failure, null) is null)
            reason = why;
        throw failure;
    }

    /// <summary>Returns true when every further write would fail the same way: because of the key, its permissions, the
    /// account, or the code that returns the key.</summary>
    private static bool ConcernsAll(Exception failure) =>
        failure
            is ProfilesAuthenticationException
                or ProfilesPermissionException
                or ProfilesBillingException
                or ProfilesConfigurationException
                or ProfilesConnectionException { IsLasting: true }
                or not ProfilesException;
}
