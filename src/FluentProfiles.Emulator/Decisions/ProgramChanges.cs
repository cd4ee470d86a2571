using FluentProfiles.Emulator.Protocol;
using FluentProfiles.Emulator.Writes;

namespace FluentProfiles.Emulator.Decisions;

/// <summary>Sets the state of an enrolment, in the shape of each revision.</summary>
internal static class ProgramChanges
{
    /// <summary>The changed profile, or the same one where it has that status already.</summary>
    public static UserProfile Set(UserProfile profile, string program, ProgramStatus status, DateTimeOffset now) =>
        program switch
        {
            "cyber" => SetCyber(profile, status, now),
            "efs" => SetEfs(profile, status, now),
            _ => throw ServiceError.NotFound($"There is no program `{program}`; there are `cyber` and `efs`."),
        };

    private static UserProfile SetCyber(UserProfile profile, ProgramStatus status, DateTimeOffset now)
    {
        var old = profile.Programs.Cyber;
        var changed = Changed(profile, old?.Status ?? default, status, now);
        return changed
                ?.Set(
                    nameof(UserProfile.Programs),
                    With(profile, nameof(Programs.Cyber), Enrolments.Cyber(old, status))
                )
                .Set(nameof(UserProfile.TrustGrants), Grants(profile, status))
                .Result
            ?? profile;
    }

    private static UserProfile SetEfs(UserProfile profile, ProgramStatus status, DateTimeOffset now)
    {
        var old = profile.Programs.Efs;
        var changed = Changed(profile, old?.Status ?? default, status, now);
        return changed
                ?.Set(nameof(UserProfile.Programs), With(profile, nameof(Programs.Efs), Enrolments.Efs(old, status)))
                .Result
            ?? profile;
    }

    // The service changes updated_at for an approval that is given or withdrawn, and need not for other states.
    private static Patch<UserProfile>? Changed(
        UserProfile profile,
        ProgramStatus was,
        ProgramStatus status,
        DateTimeOffset now
    )
    {
        if (was == status)
            return null;
        var approval = was == ProgramStatus.Active || status == ProgramStatus.Active;
        return new Patch<UserProfile>(profile).Set(nameof(UserProfile.UpdatedAt), approval ? now : profile.UpdatedAt);
    }

    private static Programs With(UserProfile profile, string program, object? enrolment) =>
        new Patch<Programs>(profile.Programs).Set(program, enrolment).Result;

    // Older revisions show the cyber program as a grant.
    private static ProfileMap<TrustGrant> Grants(UserProfile profile, ProgramStatus status)
    {
        var others = profile.TrustGrants.Where(grant => grant.Key != "cyber");
        return status == default
            ? new(others)
            : new(others.Append(new("cyber", new TrustGrant { Status = status.ToString() })));
    }
}
