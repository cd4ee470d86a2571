using FluentProfiles.Http.Calls;
using FluentProfiles.Mirror.Storing.Rows;
using FluentProfiles.Model.Schema;
using FluentProfiles.Writing.Single;

namespace FluentProfiles.Mirror.References;

/// <summary>Checks references, and profiles that are created for them, before anything is read or sent.</summary>
/// <param name="client">The client that creates.</param>
/// <param name="members">What the mirror stores.</param>
internal sealed class ReferenceRules(ProfilesClient client, StoredMembers members)
{
    private const string Member = $"{nameof(ExternalUserDetails)}.{nameof(ExternalUserDetails.ReferenceId)}";

    /// <summary>The reference.</summary>
    public static readonly ProfileField Field = ProfileSchema
        .Of(typeof(ExternalUserDetails))
        .Single(field => field.Property.Name == nameof(ExternalUserDetails.ReferenceId));

    private readonly RequestScope scope = client.Service.Settings.ScopeOf(null);

    /// <exception cref="ArgumentException">The service takes no such reference.</exception>
    /// <exception cref="ProfilesConfigurationException">The mirror has no references.</exception>
    public void Check(string reference, string parameter = "reference")
    {
        // The service takes a blank one, which is a mistake of the caller: all its customers would share a profile.
        ArgumentException.ThrowIfNullOrWhiteSpace(reference, parameter);
        Limits.Check(Field, "The reference", reference, now: null, parameter);
        Check();
    }

    /// <exception cref="ProfilesConfigurationException">The mirror has no references.</exception>
    public void Check()
    {
        if (members.LeftOut.Overlaps(Field.Mask))
            throw new ProfilesConfigurationException(
                $"The mirror was told not to store {Member}, so it can't find profiles by it. Store it: change what the mirror stores, and the next full pass fills it in."
            );
        new WriteRules(scope.Betas, now: default, parameter: null).ThrowIfNotAccepted(Details);
    }

    /// <summary>What is sent to create a profile, with the reference.</summary>
    /// <exception cref="ArgumentException">The profile is null, has another reference, or a value beyond its limits.</exception>
    /// <exception cref="ProfilesConfigurationException">The shape does not accept a member of it.</exception>
    public ProfileWrite WriteOf(NewProfile? profile, string reference)
    {
        if (profile is null)
            throw new ArgumentException(
                "The function that describes the profile to create returned null. Return a NewProfile, which may be empty: its reference is set for you."
            );
        // The profile itself is the caller's, who may give the same one for several references.
        var write = ProfileWrite.Of(profile);
        if (profile.ExternalUserDetails.ReferenceId is null)
            write.Set(Field, reference);
        else if (profile.ExternalUserDetails.ReferenceId != reference)
            throw new ArgumentException(
                $"The profile to create has another {Member} than the reference that it is created for, so no later call would find it. Leave {Member} out, or set it to the reference."
            );
        client.Check(write, scope, parameter: null);
        return write;
    }

    private static ProfileField Details => ProfileSchema.FieldOf(nameof(UserProfile.ExternalUserDetails));
}
