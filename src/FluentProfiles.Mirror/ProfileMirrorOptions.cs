using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles;

/// <summary>The options of a mirror. They are read when the mirror is opened.</summary>
public sealed class ProfileMirrorOptions
{
    internal StoredMembers Members { get; private set; } = StoredMembers.All;
}
