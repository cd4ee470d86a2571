using FluentProfiles.Telemetry;
using FluentProfiles.Writing.Bulk.Writes;

namespace FluentProfiles.Writing.Bulk;

/// <summary>Creates many profiles, several at once.</summary>
/// <param name="create">Creates a profile.</param>
/// <param name="watchers">Take the reports.</param>
/// <param name="options">How it runs.</param>
/// <param name="cancellationToken">Ends it.</param>
internal sealed class CreateRun(
    Func<NewProfile, Task<UserProfile>> create,
    Watchers watchers,
    BulkWriteOptions options,
    CancellationToken cancellationToken
)
{
    private readonly BulkTally tally = new(options.Progress, watchers);
    private readonly Func<NewProfile, UserProfile, ValueTask>? created = options.Created;

    public Task<BulkWriteReport> RunAsync(IAsyncEnumerable<NewProfile> profiles)
    {
        WriteLoop loop = new(options, tally, cancellationToken);
        return loop.ReportAsync(() => loop.ForEachAsync(profiles, CreateAsync), () => null);
    }

    private async Task<WriteResult?> CreateAsync(NewProfile profile)
    {
        tally.Found();
        UserProfile answer;
        try
        {
            answer = await create(profile).ConfigureAwait(false);
        }
        catch (ArgumentException invalid)
        {
            return WriteResult.Invalid(new("", invalid) { Profile = profile });
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return WriteResult.Failed(new("", failure) { Profile = profile });
        }
        return await HandOverAsync(profile, answer).ConfigureAwait(false);
    }

    private async Task<WriteResult> HandOverAsync(NewProfile profile, UserProfile answer)
    {
        try
        {
            if (created is not null)
                await created(profile, answer).ConfigureAwait(false);
            return WriteResult.Written;
        }
        // A cancellation, too: the profile is there, and its id is known nowhere else.
        catch (Exception failure)
        {
            return WriteResult.NotReceived(new(answer.Id, failure) { Profile = profile });
        }
    }
}
