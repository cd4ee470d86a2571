using FluentProfiles.Emulator.Protocol;
using FluentProfiles.Emulator.Writes;

namespace FluentProfiles.Emulator.Decisions;

/// <summary>Opens and resolves enforcement actions; the status follows from those that are open. <c>updated_at</c> stays: the
/// service does not promise to change it.</summary>
internal static class EnforcementChanges
{
    public static UserProfile Open(UserProfile profile, EnforcementAction action)
    {
        if (profile.EnforcementActions.Any(open => open.Id == action.Id))
            throw ServiceError.Invalid($"id: the profile has an enforcement action `{action.Id}` already");
        IReadOnlyList<EnforcementAction> actions = [.. profile.EnforcementActions, action];
        return With(profile, actions, AnyBan(actions) ? EnforcementStatus.Banned : EnforcementStatus.Restricted);
    }

    public static UserProfile Resolve(UserProfile profile, string actionId)
    {
        IReadOnlyList<EnforcementAction> rest = [.. profile.EnforcementActions.Where(action => action.Id != actionId)];
        if (rest.Count == profile.EnforcementActions.Count)
            throw ServiceError.NotFound($"The profile has no enforcement action `{actionId}`.");
        return With(profile, rest, StatusOf(rest, profile.EnforcementStatus));
    }

    // A profile whose check is under way stays pending, unless nothing is left to decide.
    private static EnforcementStatus StatusOf(IReadOnlyList<EnforcementAction> actions, EnforcementStatus was)
    {
        if (actions.Count == 0)
            return EnforcementStatus.Unrestricted;
        if (AnyBan(actions))
            return EnforcementStatus.Banned;
        return was == EnforcementStatus.Pending ? was : EnforcementStatus.Restricted;
    }

    private static bool AnyBan(IEnumerable<EnforcementAction> actions) =>
        actions.Any(action => action.Type.Effective == EnforcementActionType.Ban);

    private static UserProfile With(
        UserProfile profile,
        IReadOnlyList<EnforcementAction> actions,
        EnforcementStatus status
    ) =>
        new Patch<UserProfile>(profile)
            .Set(nameof(UserProfile.EnforcementActions), actions)
            .Set(nameof(UserProfile.EnforcementStatus), status)
            .Result;
}
