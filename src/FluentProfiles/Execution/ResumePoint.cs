namespace FluentProfiles.Execution;

/// <summary>Where a run stands: what a resume token says.</summary>
/// <param name="Fingerprint">Tells the query apart from others.</param>
/// <param name="Limit">The page size, which a cursor must keep.</param>
internal sealed record ResumePoint(ulong Fingerprint, int Limit)
{
    /// <summary>The cursor of the page to read next, or null for the first.</summary>
    public string? Cursor { get; init; }

    /// <summary>What a walk from both ends has done from the far one, or null.</summary>
    public FarEnd? Far { get; init; }

    /// <summary>The last profile behind the cursor that was examined, or null where none was.</summary>
    public string? LastId { get; init; }

    /// <summary>When that profile was created.</summary>
    public DateTimeOffset LastCreatedAt { get; init; }

    /// <summary>What each Skip and Take has left.</summary>
    public IReadOnlyList<int> Countdowns { get; init; } = [];

    /// <summary>How many items were delivered, for a run that can only begin again and skip them; else 0.</summary>
    public long Delivered { get; init; }
}
