namespace FluentProfiles;

/// <summary>What a pass has done: so far, as progress, or in total, as the result. A resumed pass also counts what it did
/// before.</summary>
public sealed record MirrorPassReport
{
    /// <summary>The kind of the pass.</summary>
    public required MirrorPassKind Kind { get; init; }

    /// <summary>The number of the pass.</summary>
    public required long Pass { get; init; }

    /// <summary>The time at which the pass was started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The number of requests sent, including retries.</summary>
    public long Requests { get; init; }

    /// <summary>The number of profiles in the pages that were read.</summary>
    public long Read { get; init; }

    /// <summary>The number of profiles that were added to the mirror.</summary>
    public long Added { get; init; }

    /// <summary>The number of profiles that were changed in the mirror.</summary>
    public long Changed { get; init; }

    /// <summary>The number of profiles that were removed from the mirror.</summary>
    public long Removed { get; init; }
}
