using FluentProfiles.Tests.Properties.Conditions;

namespace FluentProfiles.Tests.Properties.Data;

/// <summary>A profile as the C# that makes it.</summary>
internal static class ProfileText
{
    public static string Of(UserProfile profile) =>
        $"new() {{ Id = {Literal.Of(profile.Id)}, CreatedAt = {Literal.Of(profile.CreatedAt)}, UpdatedAt = {Literal.Of(profile.UpdatedAt)}, "
        + $"Name = {Literal.Of(profile.Name)}, Metadata = {Map(profile.Metadata, Literal.Of)}, "
        + $"EnforcementStatus = {Literal.Of(profile.EnforcementStatus)}, EnforcementActions = [{string.Join(", ", profile.EnforcementActions.Select(Action))}], "
        + $"ExternalUserDetails = {Details(profile.ExternalUserDetails)}, Programs = new() {{ Cyber = {Cyber(profile.Programs.Cyber)}, Efs = {Efs(profile.Programs.Efs)} }}, "
        + $"AccessType = {Literal.Of(profile.AccessType)}, Relationship = {Literal.Of(profile.Relationship)}, ExternalId = {Literal.Of(profile.ExternalId)}, "
        + $"ExternalUserOnboardedAt = {Literal.Of(profile.ExternalUserOnboardedAt)}, "
        + $"TrustGrants = {Map(profile.TrustGrants, grant => $"new() {{ Status = {Literal.Of(grant.Status)} }}")} }}";

    private static string Details(ExternalUserDetails details) =>
        $"new() {{ Country = {Literal.Of(details.Country)}, OnboardedAt = {Literal.Of(details.OnboardedAt)}, AccountStatus = {Literal.Of(details.AccountStatus)} }}";

    private static string Action(EnforcementAction action) =>
        $"new() {{ Id = {Literal.Of(action.Id)}, Type = {Literal.Of(action.Type)}, Action = {Literal.Of(action.Action)}, OpenedAt = {Literal.Of(action.OpenedAt)}, "
        + $"ExpiresAt = {Literal.Of(action.ExpiresAt)}, Reason = {Literal.Of(action.Reason)} }}";

    private static string Cyber(CyberProgram? cyber) =>
        cyber is null
            ? "null"
            : $"new() {{ Status = {Literal.Of(cyber.Status)}, Requirements = {Requirements(cyber.Requirements)}, "
                + $"Tiers = {Map(cyber.Tiers, tier => $"new() {{ Status = {Literal.Of(tier.Status)} }}")} }}";

    private static string Requirements(CyberRequirements? requirements) =>
        requirements is null
            ? "null"
            : $"new() {{ DataRetention = {Literal.Of(requirements.DataRetention)}, HumanReview = {Literal.Of(requirements.HumanReview)} }}";

    private static string Efs(EfsProgram? efs) =>
        efs is null ? "null" : $"new() {{ Status = {Literal.Of(efs.Status)} }}";

    private static string Map<TValue>(ProfileMap<TValue> map, Func<TValue, string> value)
        where TValue : class =>
        map.Count == 0
            ? "new()"
            : $"new() {{ {string.Join(", ", map.Select(pair => $"[{Literal.Of(pair.Key)}] = {value(pair.Value)}"))} }}";
}
