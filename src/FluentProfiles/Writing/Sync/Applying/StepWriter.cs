using FluentProfiles.Writing.Bulk.Setters;
using FluentProfiles.Writing.Bulk.Writes;
using FluentProfiles.Writing.Sync.Planning;
using FluentProfiles.Writing.Sync.Saving;

namespace FluentProfiles.Writing.Sync.Applying;

/// <summary>Carries out single steps of a plan. Each profile is read again right before it is changed.</summary>
/// <param name="session">The client and the options.</param>
/// <param name="plan">The plan.</param>
/// <param name="loop">The run, which a failure may end.</param>
/// <param name="counts">Counts what is done.</param>
/// <param name="cancellationToken">Ends the run.</param>
internal sealed class StepWriter(
    SyncSession session,
    PlanData plan,
    WriteLoop loop,
    SyncCounts counts,
    CancellationToken cancellationToken
)
{
    private readonly ISyncClient client = session.Client;
    private readonly WriteTarget key = PlanReading.KeyOf(plan)!;

    public Task<WriteResult?> UpdateAsync(StepData step) =>
        CaughtAsync(
            step,
            async () =>
            {
                var profile = await ReadAsync(step.Id!).ConfigureAwait(false);
                if (ProfileChanges.Between(profile, WantedOf(step)) is not { } changes)
                    return WriteResult.Unchanged;
                if (ProfileContent.HashOf(profile) != step.Seen)
                    return Skipped(step, step.Id!, SyncSkipReason.Changed);
                if (loop.HasEnded)
                    return null;
                await client.UpdateAsync(step.Id!, changes, cancellationToken).ConfigureAwait(false);
                return counts.Written(SyncStepKind.Update);
            }
        );

    public Task<WriteResult?> DeleteAsync(StepData step) =>
        CaughtAsync(
            step,
            async () =>
            {
                var profile = await ReadAsync(step.Id!).ConfigureAwait(false);
                if (plan.Mark?.IsOn(profile) != true || ProfileContent.HashOf(profile) != step.Seen)
                    return Skipped(step, step.Id!, SyncSkipReason.Changed);
                if (loop.HasEnded)
                    return null;
                await client.DeleteAsync(step.Id!, cancellationToken).ConfigureAwait(false);
                return counts.Written(SyncStepKind.Delete);
            }
        );

    /// <param name="step">The step.</param>
    /// <param name="existing">Profiles created since the plan was made, by key.</param>
    /// <param name="lost">Takes the create if its answer is lost.</param>
    public Task<WriteResult?> CreateAsync(
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
                return Existing(step, profile);
            }
        );

    /// <summary>Settles a create whose answer was lost: its profile is there, or the create is sent once more.</summary>
    /// <param name="create">The create.</param>
    /// <param name="existing">The profiles with the keys of such creates.</param>
    /// <param name="lost">Takes the create if its answer is lost again; null where it must not be sent again.</param>
    public Task<WriteResult?> SettleAsync(
        LostCreate create,
        IReadOnlyDictionary<string, UserProfile> existing,
        LostCreates? lost
    ) =>
        CaughtAsync(
            create.Step,
            async () =>
            {
                if (existing.TryGetValue(create.Step.Key, out var profile))
                    // Another client may have created it.
                    return IsAsWanted(profile, create.Step)
                        ? await CreatedAsync(create.Step, profile).ConfigureAwait(false)
                        : Skipped(create.Step, profile.Id, SyncSkipReason.Exists);
                return lost is null
                    ? WriteResult.Failed(FailureOf(create.Step, create.Failure))
                    : await SendAsync(create.Step, lost).ConfigureAwait(false);
            }
        );

    private async Task<WriteResult> SendAsync(StepData step, LostCreates lost)
    {
        SyncedCreate created;
        try
        {
            created = await client.CreateAsync(WantedOf(step), cancellationToken).ConfigureAwait(false);
        }
        catch (ProfilesUnknownOutcomeException failure)
        {
            lost.Add(new(step, failure));
            return WriteResult.Postponed(FailureOf(step, failure));
        }
        return created.WasThere
            ? Existing(step, created.Profile)
            : await CreatedAsync(step, created.Profile).ConfigureAwait(false);
    }

    private async Task<WriteResult> CreatedAsync(StepData step, UserProfile profile)
    {
        if (key.TextIn(profile) is { } stored && stored != step.Key)
            return WriteResult.Failed(FailureOf(step, OtherKey(profile)) with { Id = profile.Id });
        try
        {
            if (session.Options.Created is { } created)
                await created(step.Key, profile).ConfigureAwait(false);
            return counts.Written(SyncStepKind.Create);
        }
        // A cancellation, too: the profile is there, and its id is known nowhere else.
        catch (Exception failure)
        {
            return WriteResult.NotReceived(FailureOf(step, failure) with { Id = profile.Id });
        }
    }

    private async Task<WriteResult?> CaughtAsync(StepData step, Func<Task<WriteResult?>> write)
    {
        try
        {
            return await write().ConfigureAwait(false);
        }
        catch (ProfilesNotFoundException absent) when (absent.IsOfService && step.Id is not null)
        {
            return step.Kind == SyncStepKind.Delete
                ? WriteResult.Unchanged
                : Skipped(step, step.Id, SyncSkipReason.Gone);
        }
        // A value of a plan that was edited.
        catch (ArgumentException invalid)
        {
            return WriteResult.Invalid(FailureOf(step, invalid));
        }
        catch (Exception failure) when (failure is not OperationCanceledException && !IsOverBudget(failure))
        {
            return WriteResult.Failed(FailureOf(step, failure));
        }
    }

    private Task<UserProfile> ReadAsync(string id) => client.GetAsync(id, cancellationToken);

    // Every further request would be refused, too: the step is not a failure, it has not begun.
    private bool IsOverBudget(Exception failure) =>
        failure is ProfilesBudgetException && session.Budget is { IsSpent: true };

    private WriteResult Existing(StepData step, UserProfile profile) =>
        IsAsWanted(profile, step) ? WriteResult.Unchanged : Skipped(step, profile.Id, SyncSkipReason.Exists);

    private WriteResult Skipped(StepData step, string id, SyncSkipReason reason) =>
        counts.Skipped(new(step.Kind, step.Key, id, reason));

    private ProfilesProtocolException OtherKey(UserProfile profile) =>
        new(
            $"The service has stored {key.Member} with another value than was sent, so the next sync would not find the profile and would create another. Delete {profile.Id}, and use keys that are stored as they are."
        );

    private static bool IsAsWanted(UserProfile profile, StepData step) =>
        ProfileChanges.Between(profile, WantedOf(step)) is null;

    private static NewProfile WantedOf(StepData step) => WantedProfile.Read(step.Profile!.Value.Bytes);

    private static BulkWriteFailure FailureOf(StepData step, Exception failure) =>
        new(step.Id ?? "", failure)
        {
            Key = step.Key,
            Profile = step.Kind == SyncStepKind.Create ? WantedOf(step) : null,
        };
}
