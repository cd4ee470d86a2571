using FluentProfiles.Model.Schema;

namespace FluentProfiles.Writing.Single;

/// <summary>What a write sets, as plain data: the same for a new profile, for changes of one, and for what a query's setters
/// make of each profile found.</summary>
internal sealed class ProfileWrite
{
    private readonly List<FieldText> ofProfile = [];
    private readonly List<FieldText> ofDetails = [];
    private readonly List<KeyValuePair<string, string?>> metadata = [];

    /// <summary>Fields of the profile itself.</summary>
    public IReadOnlyList<FieldText> OfProfile => ofProfile;

    /// <summary>Fields of <c>external_user_details</c>.</summary>
    public IReadOnlyList<FieldText> OfDetails => ofDetails;

    /// <summary>Pairs of metadata; null removes its key.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Metadata => metadata;

    public bool IsEmpty => ofProfile.Count + ofDetails.Count + metadata.Count == 0;

    public static ProfileWrite Of(NewProfile profile)
    {
        var write = new ProfileWrite();
        write.SetIfAny(nameof(UserProfile.Name), profile.Name);
        write.SetIfAny(nameof(UserProfile.ExternalId), profile.ExternalId);
        write.SetIfAny(nameof(UserProfile.Relationship), profile.Relationship);
        write.SetIfAny(nameof(UserProfile.AccessType), profile.AccessType);
        write.SetIfAny(nameof(UserProfile.ExternalUserOnboardedAt), profile.ExternalUserOnboardedAt);
        write.SetDetails(profile.ExternalUserDetails);
        foreach (var (key, value) in profile.Metadata)
            write.SetMetadata(key, value);
        return write;
    }

    public static ProfileWrite Of(ProfileChanges changes)
    {
        var write = new ProfileWrite();
        write.Apply(nameof(UserProfile.Name), changes.Name);
        write.Apply(nameof(UserProfile.ExternalId), changes.ExternalId);
        write.SetIfAny(nameof(UserProfile.Relationship), changes.Relationship);
        write.SetIfAny(nameof(UserProfile.AccessType), changes.AccessType);
        write.SetIfAny(nameof(UserProfile.ExternalUserOnboardedAt), changes.ExternalUserOnboardedAt);
        write.SetDetails(changes.ExternalUserDetails);
        foreach (var (key, change) in changes.Metadata)
            write.SetMetadata(key, change.Value);
        return write;
    }

    /// <summary>Sets a field of the profile or of its details.</summary>
    public void Set(ProfileField field, string? text) =>
        (field.Property.DeclaringType == typeof(ExternalUserDetails) ? ofDetails : ofProfile).Add(new(field, text));

    /// <summary>Sets a pair of metadata; null removes its key.</summary>
    public void SetMetadata(string key, string? value) => metadata.Add(new(key, value));

    /// <summary>What a field is set to; null where it is cleared, or not set.</summary>
    public string? TextOf(ProfileField field) => ofProfile.Find(set => set.Field == field).Text;

    public bool Sets(ProfileField field) => ofProfile.Exists(set => set.Field == field);

    public override string ToString()
    {
        const string Details = nameof(UserProfile.ExternalUserDetails);
        var members = ofProfile
            .Select(set => Written(set.Field.Property.Name, set.Text))
            .Concat(metadata.Select(pair => Written($"{nameof(UserProfile.Metadata)}[\"{pair.Key}\"]", pair.Value)))
            .Concat(ofDetails.Select(set => Written($"{Details}.{set.Field.Property.Name}", set.Text)));
        return IsEmpty ? "nothing" : string.Join(", ", members);
    }

    private static string Written(string member, string? text) =>
        text is null ? $"{member} cleared" : $"{member} = \"{text}\"";

    private void Apply(string property, Change<string> change)
    {
        if (change != default)
            Set(ProfileSchema.FieldOf(property), change.Value);
    }

    private void SetIfAny<T>(string property, T value)
    {
        if (FieldTexts.Of(value) is { } text)
            Set(ProfileSchema.FieldOf(property), text);
    }

    private void SetDetails(ExternalUserDetails details)
    {
        foreach (var field in ProfileSchema.Of(typeof(ExternalUserDetails)))
        {
            if (field.Facts is { Writable: true } && FieldTexts.Of(field.Property.GetValue(details)) is { } text)
                Set(field, text);
        }
    }
}
