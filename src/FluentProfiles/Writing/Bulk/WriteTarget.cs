using FluentProfiles.Model;

namespace FluentProfiles.Writing.Bulk;

/// <summary>What a setter sets: a field, or one pair of metadata.</summary>
/// <param name="Field">The field.</param>
/// <param name="Key">The key of the pair; null for a field.</param>
internal sealed record WriteTarget(ProfileField Field, string? Key = null)
{
    private bool IsDetail => Field.Property.DeclaringType == typeof(ExternalUserDetails);

    /// <summary>The field of the profile that it is, or lies in.</summary>
    public ProfileField Owner => IsDetail ? ProfileSchema.FieldOf(nameof(UserProfile.ExternalUserDetails)) : Field;

    /// <summary>What a caller calls it: <c>Metadata["tier"]</c>.</summary>
    public string Member =>
        Key is not null ? $"{Field.Property.Name}[\"{Key}\"]"
        : IsDetail ? $"{nameof(UserProfile.ExternalUserDetails)}.{Field.Property.Name}"
        : Field.Property.Name;

    /// <summary>Sets it; null clears it.</summary>
    public void Set(ProfileWrite write, string? text)
    {
        if (Key is not null)
            write.SetMetadata(Key, text);
        else
            write.Set(Field, text);
    }
}
