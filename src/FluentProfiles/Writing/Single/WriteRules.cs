using FluentProfiles.Model.Betas;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Writing.Single;

/// <summary>Checks a write before it is sent: what the shape accepts, and the limits that the model states.</summary>
/// <param name="betas">The betas of the request.</param>
/// <param name="now">The time.</param>
/// <param name="parameter">The argument that the values came by, for the message; null for a setter's.</param>
internal sealed class WriteRules(BetaSet betas, DateTimeOffset now, string? parameter)
{
    /// <exception cref="ProfilesConfigurationException">The shape does not accept a field.</exception>
    /// <exception cref="ArgumentException">A value is beyond its limits.</exception>
    public void CheckNew(ProfileWrite write)
    {
        Check(write);
        ThrowIfNamelessResale(write, string.IsNullOrEmpty(write.TextOf(ProfileSchema.Name)));
    }

    /// <exception cref="ProfilesConfigurationException">The shape does not accept a field.</exception>
    /// <exception cref="ArgumentException">A value is beyond its limits.</exception>
    public void CheckChanges(ProfileWrite write)
    {
        Check(write);
        ThrowIfNamelessResale(
            write,
            write.Sets(ProfileSchema.Name) && string.IsNullOrEmpty(write.TextOf(ProfileSchema.Name))
        );
    }

    /// <summary>Throws if the shape does not accept a field, whatever its value.</summary>
    /// <exception cref="ProfilesConfigurationException">It does not.</exception>
    public void ThrowIfNotAccepted(ProfileField field)
    {
        var revision = betas.Revision;
        if (field.Facts!.IsServedBy(revision))
            return;
        var shape = betas.Revision == ApiRevision.Current ? "current shape" : $"shape of {betas.Header}";
        var instead = Replacement(field, revision) is { } other ? $"It has {other} in its place" : "Leave it out";
        throw new ProfilesConfigurationException(
            $"{field.Property.Name} is not accepted by the {shape}. {instead}, or name the beta of a shape that has it."
        )
        {
            IsOfProfile = true,
        };
    }

    private void Check(ProfileWrite write)
    {
        foreach (var (field, text) in write.OfProfile)
        {
            ThrowIfNotAccepted(field);
            Limits.Check(field, field.Property.Name, text, now, parameter);
        }
        if (write.OfDetails.Count > 0)
            ThrowIfNotAccepted(ProfileSchema.FieldOf(nameof(UserProfile.ExternalUserDetails)));
        foreach (var (field, text) in write.OfDetails)
            Limits.Check(field, $"{nameof(ExternalUserDetails)}.{field.Property.Name}", text, now, parameter);
        Limits.CheckMetadata(write.Metadata, parameter);
    }

    /// <summary>What says the same under a revision: the field that came after this one, or the one before.</summary>
    private static string? Replacement(ProfileField field, ApiRevision revision)
    {
        if (field.Facts!.ReplacedBy is { } later && revision > field.Facts.Until)
            return later;
        return ProfileSchema
            .Of(typeof(UserProfile))
            .FirstOrDefault(other => other.Facts?.ReplacedBy == field.Property.Name && other.Facts.IsServedBy(revision))
            ?.Property.Name;
    }

    private void ThrowIfNamelessResale(ProfileWrite write, bool isNameless)
    {
        if (
            isNameless
            && write.TextOf(ProfileSchema.FieldOf(nameof(UserProfile.Relationship))) == Relationship.Values.Resold
        )
            throw new ArgumentException("A profile whose Relationship is resold must have a Name.", parameter);
    }
}
