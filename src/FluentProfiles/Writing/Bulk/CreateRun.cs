namespace FluentProfiles.Writing.Bulk;

/// <summary>Creates many profiles, several at once.</summary>
/// <param name="client">Creates.</param>
/// <param name="options">How it runs.</param>
/// <param name="cancellationToken">Ends it.</param>
internal sealed class CreateRun(IProfilesClient client, BulkWriteOptions options, CancellationToken cancellationToken)
{
    private readonly BulkTally tally = new(options.Progress, client.Query().Definition.Source.Open().Watchers);
    private readonly Func<NewProfile, UserProfile, ValueTask>? created = options.Created;

    public Task<BulkWriteReport> RunAsync(IAsyncEnumerable<NewProfile> profiles)
    {
        WriteLoop loop = new(options, tally, cancellationToken);
        return loop.ReportAsync(() => loop.ForEachAsync(profiles, CreateAsync), () => null);
    }

    private async Task<WriteResult?> CreateAsync(NewProfile profile)
    {
        tally.Found();
        var id = "";
        try
        {
            var answer = await client.CreateAsync(profile, cancellationToken: cancellationToken).ConfigureAwait(false);
            id = answer.Id;
            if (created is not null)
                await created(profile, answer).ConfigureAwait(false);
            return WriteResult.Written;
        }
        catch (ArgumentException invalid) when (id.Length == 0)
        {
            return WriteResult.Invalid(new(id, invalid) { Profile = profile });
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return WriteResult.Failed(new(id, failure) { Profile = profile });
        }
    }
}
