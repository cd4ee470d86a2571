using Anthropic.Models.UserProfiles;
using SdkProfile = Anthropic.Models.UserProfiles.UserProfile;

namespace FluentProfiles.Benchmarks.OfficialSdk;

/// <summary>Asks a profile of the official SDK for each of its fields.</summary>
internal static class FieldToucher
{
    public static void Touch(SdkProfile profile)
    {
        Read(profile.ID);
        Read(profile.Type.GetString());
        Read(profile.CreatedAt.Ticks);
        Read(profile.UpdatedAt.Ticks);
        Read(profile.Metadata.Count);
        Read(profile.Name);
        Read(profile.AccessType.Raw());
        Read(profile.EnforcementStatus.Raw());
        foreach (var action in profile.EnforcementActions)
            Touch(action);
        Touch(profile.ExternalUserDetails);
        if (profile.Programs.Cyber is { } cyber)
            Touch(cyber);
        Read(profile.Programs.Efs?.Status.Raw());
    }

    private static void Touch(UserProfileExternalUserDetails details)
    {
        Read(details.AccountStatus?.Raw());
        Read(details.Country);
        Read(details.EmailHash);
        Read(details.EntityType?.Raw());
        Read(details.NameHash);
        Read(details.OnboardedAt?.Ticks ?? 0);
        Read(details.ReferenceID);
    }

    private static void Touch(UserProfileEnforcementAction action)
    {
        Read(action.ID);
        Read(action.Type?.Raw());
        Read(action.Action?.Raw());
        Read(action.Reason.Raw());
        Read(action.OpenedAt.Ticks);
        Read(action.ExpiresAt?.Ticks ?? 0);
    }

    private static void Touch(UserProfileCyberProgram cyber)
    {
        Read(cyber.Status.Raw());
        Read(cyber.Requirements?.DataRetention is true ? 1 : 0);
        Read(cyber.Requirements?.HumanReview is true ? 1 : 0);
        Read(cyber.Tiers.Count);
    }

    // A call that can't be inlined: what is handed to it has to be made.
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static void Read(string? value) => _ = value;

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static void Read(long value) => _ = value;
}
