namespace FluentProfiles.Mirror.Model;

/// <summary>A stored profile that a full pass has not found. It is read by id before it is removed.</summary>
internal sealed class MirrorCandidate
{
    /// <summary>The key of the profile.</summary>
    public long Profile { get; init; }

    public int Scope { get; init; }
}
