namespace FluentProfiles.Resume;

/// <summary>Where a run stands in its query.</summary>
internal sealed record ResumePoint
{
    /// <summary>The page size, which a cursor must keep; null before the first page, where any will do.</summary>
    public int? Limit { get; init; }

    /// <summary>The cursor of the page to read next, or null for the first.</summary>
    public string? Cursor { get; init; }

    /// <summary>What a walk from both ends has done, or null.</summary>
    public FarEnd? Far { get; init; }

    /// <summary>The part of the page behind the cursor that was examined, or null for none.</summary>
    public ExaminedPart? Examined { get; init; }

    /// <summary>For look-ups, a bit for each id of the query, in ordinal order: set where its profile was examined. Null for
    /// none.</summary>
    public byte[]? LookedUp { get; init; }

    /// <summary>What each Skip and Take has left, the last one's first.</summary>
    public IReadOnlyList<int> Countdowns { get; init; } = [];

    /// <summary>How many items were delivered, for a run that can only begin again and skip them; else 0.</summary>
    public int Returned { get; init; }
}
