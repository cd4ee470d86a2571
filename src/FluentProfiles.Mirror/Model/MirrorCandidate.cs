namespace FluentProfiles.Mirror.Model;

/// <summary>A stored profile that a pass has not found. The pass reads it by id when it has listed all.</summary>
internal class MirrorCandidate
{
    /// <summary>The key of the profile.</summary>
    public long Profile { get; init; }

    /// <summary>The kind of the pass.</summary>
    public MirrorPassKind Kind { get; init; }

    public int Scope { get; init; }
}
