namespace FluentProfiles.Writing.Sync.Planning;

/// <summary>The pair of metadata that marks the profiles that a sync owns.</summary>
internal sealed record SyncMark(string Key, string Value)
{
    public bool IsOn(UserProfile profile) => profile.Metadata[Key] == Value;

    /// <summary>True where the profile is nobody's: it has neither this mark nor that of another sync.</summary>
    public bool IsMissingOn(UserProfile profile) => profile.Metadata[Key] is null;

    /// <summary>Adds the pair to what is wanted of a profile.</summary>
    public void AddTo(NewProfile wanted) => wanted.Metadata = new([.. wanted.Metadata, new(Key, Value)]);
}
