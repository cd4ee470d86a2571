using FluentProfiles.Emulator.Data;
using FluentProfiles.Emulator.Protocol;
using FluentProfiles.Emulator.Store;
using FluentProfiles.Emulator.Webhooks;
using FluentProfiles.Emulator.Writes;

namespace FluentProfiles.Emulator.Decisions;

/// <summary>What the service decides about customers: changes the profile, then posts the event. Thread-safe.</summary>
internal sealed class ServiceDecisions(ProfileStore store, WebhookSender webhooks, RandomIds ids, TimeProvider time)
{
    /// <exception cref="ServiceError">There is no such profile, or it has an action of that id.</exception>
    public EnforcementAction Open(string profileId, EnforcementAction? given)
    {
        var action = Completed(given ?? new());
        Change(profileId, profile => EnforcementChanges.Open(profile, action));
        webhooks.Post(new(WebhookEventType.UserProfileEnforcementActionOpened, profileId, action.Id));
        return action;
    }

    /// <exception cref="ServiceError">There is no such profile, or no such action.</exception>
    public UserProfile Resolve(string profileId, string actionId)
    {
        var changed = Change(profileId, profile => EnforcementChanges.Resolve(profile, actionId));
        webhooks.Post(new(WebhookEventType.UserProfileEnforcementActionResolved, profileId, actionId));
        return changed;
    }

    /// <exception cref="ServiceError">There is no such profile, or no such program.</exception>
    public UserProfile SetProgramStatus(string profileId, string program, ProgramStatus status)
    {
        UserProfile? before = null;
        var changed = Change(profileId, profile => ProgramChanges.Set(before = profile, program, status, Now()));
        if (changed != before)
            webhooks.Post(new(WebhookEventType.UserProfileProgramStatusUpdated, profileId));
        return changed;
    }

    private UserProfile Change(string id, Func<UserProfile, UserProfile> change) =>
        store.Update(id, change) ?? throw ServiceError.NotFound($"There is no user profile `{id}`.");

    private EnforcementAction Completed(EnforcementAction action)
    {
        Patch<EnforcementAction> patch = new(action);
        if (action.Id.Length == 0)
            patch.Set(nameof(EnforcementAction.Id), ids.Next("enac_01"));
        if (action.Type == default)
            patch.Set(nameof(EnforcementAction.Type), EnforcementActionType.Restriction);
        if (action.Reason == default)
            patch.Set(nameof(EnforcementAction.Reason), EnforcementReason.Unspecified);
        if (action.OpenedAt == default)
            patch.Set(nameof(EnforcementAction.OpenedAt), Now());
        return patch.Result;
    }

    private DateTimeOffset Now()
    {
        var now = time.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
