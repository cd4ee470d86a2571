using FluentProfiles.Writing.Bulk;
using FluentProfiles.Writing.Sync.Planning;
using FluentProfiles.Writing.Sync.Saving;

namespace FluentProfiles.Writing.Sync.Applying;

/// <summary>Carries out single steps of a plan. Each profile is read again right before it is changed.</summary>
/// <param name="session">The client and the options.</param>
/// <param name="mark">The ownership mark; null for none.</param>
/// <param name="counts">Counts what is done.</param>
/// <param name="cancellationToken">Ends the run.</param>
internal sealed class StepWriter(
    SyncSession session,
    SyncMark? mark,
    SyncCounts counts,
    CancellationToken cancellationToken
)
{
    private readonly IProfilesClient client = session.Client;

    public Task<WriteResult> UpdateAsync(StepData step) =>
        CaughtAsync(
            step,
            async () =>
            {
                if (await ReadAsync(step.Id!).ConfigureAwait(false) is not { } profile)
                    return Skipped(step, step.Id!, SyncSkipReason.Gone);
                if (ProfileChanges.Between(profile, WantedOf(step)) is not { } changes)
                    return WriteResult.Unchanged;
                if (ProfileContent.HashOf(profile) != step.Seen)
                    return Skipped(step, step.Id!, SyncSkipReason.Changed);
                await client.UpdateAsync(step.Id!, changes, cancellationToken: cancellationToken).ConfigureAwait(false);
                return counts.Written(SyncStepKind.Update);
            }
        );

    public Task<WriteResult> DeleteAsync(StepData step) =>
        CaughtAsync(
            step,
            async () =>
            {
                if (await ReadAsync(step.Id!).ConfigureAwait(false) is not { } profile)
                    return WriteResult.Unchanged;
                if (mark?.IsOn(profile) != true || ProfileContent.HashOf(profile) != step.Seen)
                    return Skipped(step, step.Id!, SyncSkipReason.Changed);
                try
                {
                    await client.DeleteAsync(step.Id!, cancellationToken: cancellationToken).ConfigureAwait(false);
                }
                catch (ProfilesNotFoundException absent) when (absent.IsOfService)
                {
                    return WriteResult.Unchanged;
                }
                return counts.Written(SyncStepKind.Delete);
            }
        );

    /// <param name="step">The step.</param>
    /// <param name="existing">Profiles created since the plan was made, by key.</param>
    /// <param name="lost">Takes the create if its answer is lost.</param>
    public Task<WriteResult> CreateAsync(
        StepData step,
        IReadOnlyDictionary<string, UserProfile> existing,
        LostCreates lost
    ) =>
        CaughtAsync(
            step,
            async () =>
            {
                if (!existing.TryGetValue(step.Key, out var profile))
                    return await SendAsync(step, lost).ConfigureAwait(false);
                return ProfileChanges.Between(profile, WantedOf(step)) is null
                    ? WriteResult.Unchanged
                    : Skipped(step, profile.Id, SyncSkipReason.Exists);
            }
        );

    /// <summary>Settles a create whose answer was lost: its profile is there, or the create is sent once more.</summary>
    /// <param name="create">The create.</param>
    /// <param name="existing">The profiles with the keys of such creates.</param>
    /// <param name="lost">Takes the create if its answer is lost again; null where it must not be sent again.</param>
    public Task<WriteResult> SettleAsync(
        LostCreate create,
        IReadOnlyDictionary<string, UserProfile> existing,
        LostCreates? lost
    ) =>
        CaughtAsync(
            create.Step,
            () =>
                existing.TryGetValue(create.Step.Key, out var profile) ? CreatedAsync(create.Step, profile)
                : lost is null ? Task.FromResult(WriteResult.Failed(FailureOf(create.Step, create.Failure)))
                : SendAsync(create.Step, lost)
        );

    private async Task<WriteResult> SendAsync(StepData step, LostCreates lost)
    {
        UserProfile profile;
        try
        {
            profile = await client
                .CreateAsync(WantedOf(step), cancellationToken: cancellationToken)
                .ConfigureAwait(false);
        }
        catch (ProfilesUnknownOutcomeException failure)
        {
            lost.Add(new(step, failure));
            return WriteResult.Postponed(FailureOf(step, failure));
        }
        return await CreatedAsync(step, profile).ConfigureAwait(false);
    }

    private async Task<WriteResult> CreatedAsync(StepData step, UserProfile profile)
    {
        try
        {
            if (session.Options.Created is { } created)
                await created(step.Key, profile).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return WriteResult.Failed(FailureOf(step, failure) with { Id = profile.Id });
        }
        return counts.Written(SyncStepKind.Create);
    }

    private async Task<WriteResult> CaughtAsync(StepData step, Func<Task<WriteResult>> write)
    {
        try
        {
            return await write().ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException && !IsOverBudget(failure))
        {
            return WriteResult.Failed(FailureOf(step, failure));
        }
    }

    /// <returns>Null where the profile is gone.</returns>
    private async Task<UserProfile?> ReadAsync(string id)
    {
        try
        {
            return await client.GetAsync(id, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (ProfilesNotFoundException absent) when (absent.IsOfService)
        {
            return null;
        }
    }

    // Every further request would be refused, too: the step is not a failure, it has not begun.
    private bool IsOverBudget(Exception failure) =>
        failure is ProfilesBudgetException && session.Budget is { IsSpent: true };

    private WriteResult Skipped(StepData step, string id, SyncSkipReason reason) =>
        counts.Skipped(new(step.Kind, step.Key, id, reason));

    private static NewProfile WantedOf(StepData step) => WantedProfile.Read(step.Profile!.Value.Bytes);

    private static BulkWriteFailure FailureOf(StepData step, Exception failure) =>
        new(step.Id ?? "", failure)
        {
            Key = step.Key,
            Profile = step.Kind == SyncStepKind.Create ? WantedOf(step) : null,
        };
}
