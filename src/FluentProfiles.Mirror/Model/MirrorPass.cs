namespace FluentProfiles.Mirror.Model;

/// <summary>The checkpoint of a pass that has not ended.</summary>
internal sealed class MirrorPass
{
    public int Scope { get; init; }

    public MirrorPassKind Kind { get; init; }

    /// <summary>The number of the pass within the scope.</summary>
    public long Number { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    /// <summary>The cursor of the next page; null for the first.</summary>
    public string? Cursor { get; set; }

    /// <summary>The time of creation of the last profile of the pages so far; null before the first.</summary>
    public DateTimeOffset? LastCreatedAt { get; set; }

    /// <summary>Its id.</summary>
    public string? LastId { get; set; }

    public long Read { get; set; }

    public long Added { get; set; }

    public long Changed { get; set; }

    public long Removed { get; set; }

    public long Requests { get; set; }

    /// <summary>True when a person has approved of what a guard stopped the pass for.</summary>
    public bool IsApproved { get; set; }

    /// <summary>Why a guard stopped the pass; null if none did.</summary>
    public string? StoppedBy { get; set; }
}
