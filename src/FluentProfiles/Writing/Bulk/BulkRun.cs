using FluentProfiles.Writing.Bulk.Writes;
using FluentProfiles.Writing.Single;

namespace FluentProfiles.Writing.Bulk;

/// <summary>Carries a bulk write out: several writes at once, as the query finds the profiles.</summary>
/// <param name="bulk">The write.</param>
/// <param name="writer">Sends.</param>
/// <param name="options">How it runs.</param>
/// <param name="cancellationToken">Ends it.</param>
internal sealed class BulkRun(
    BulkWrite bulk,
    IProfileWriter writer,
    BulkWriteOptions options,
    CancellationToken cancellationToken
)
{
    private readonly BulkTally tally = new(options.Progress, bulk.Watchers);
    private readonly bool verifiesEach = options.VerifyEach;

    /// <exception cref="BulkWriteCanceledException">The caller cancelled.</exception>
    /// <exception cref="ProfilesBulkWriteException">The run ended early.</exception>
    public Task<BulkWriteReport> RunAsync()
    {
        WriteLoop loop = new(options, tally, cancellationToken);
        return loop.ReportAsync(
            () => loop.ForEachAsync(bulk.WritesAsync(cancellationToken), write => CompleteAsync(write, loop)),
            () => bulk.ResumeToken
        );
    }

    private async Task<WriteResult?> CompleteAsync(PlannedWrite write, WriteLoop loop)
    {
        var result = await HandleAsync(write, loop).ConfigureAwait(false);
        if (result is not null)
            bulk.Complete(write);
        return result;
    }

    private async Task<WriteResult?> HandleAsync(PlannedWrite write, WriteLoop loop)
    {
        if (verifiesEach && write.IsDue)
            return await VerifyAndWriteAsync(write.Id, loop).ConfigureAwait(false);
        tally.Found();
        return await WriteAsync(write).ConfigureAwait(false);
    }

    private async Task<WriteResult?> VerifyAndWriteAsync(string id, WriteLoop loop)
    {
        PlannedWrite? write;
        try
        {
            write = await bulk.ReadAgainAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            tally.Found();
            return WriteResult.Failed(new(id, failure));
        }
        // Another write has ended the run meanwhile, and no further one begins.
        if (loop.HasEnded)
            return null;
        tally.Found();
        return write is null ? WriteResult.Skipped : await WriteAsync(write).ConfigureAwait(false);
    }

    private async Task<WriteResult> WriteAsync(PlannedWrite write)
    {
        if (write.Error is { } error)
            return WriteResult.Invalid(new(write.Id, error));
        if (write.IsUnchanged)
            return WriteResult.Unchanged;
        if (await SendAsync(write).ConfigureAwait(false) is not { } failure)
            return WriteResult.Written;
        // Another client has deleted the profile, which is the result wanted.
        return write.Write is null && failure is ProfilesNotFoundException { IsOfService: true }
            ? WriteResult.Unchanged
            : WriteResult.Failed(new(write.Id, failure));
    }

    /// <returns>The failure, or null on success.</returns>
    private async Task<Exception?> SendAsync(PlannedWrite write)
    {
        try
        {
            await (
                write.Write is { } changes
                    ? writer.UpdateAsync(write.Id, changes, cancellationToken)
                    : writer.DeleteAsync(write.Id, cancellationToken)
            ).ConfigureAwait(false);
            return null;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return failure;
        }
    }
}
