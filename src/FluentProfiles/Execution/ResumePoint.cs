namespace FluentProfiles.Execution;

/// <summary>Where a run stands: what a resume token says.</summary>
/// <param name="Query">Tells the query apart from others.</param>
internal sealed record ResumePoint(QueryFingerprint Query)
{
    /// <summary>The page size, which a cursor must keep; null before the first page, where any will do.</summary>
    public int? Limit { get; init; }

    /// <summary>The cursor of the page to read next, or null for the first.</summary>
    public string? Cursor { get; init; }

    /// <summary>What a walk from both ends has done from the far one, or null.</summary>
    public FarEnd? Far { get; init; }

    /// <summary>What of the page behind the cursor was examined, or null for nothing.</summary>
    public ExaminedPart? Examined { get; init; }

    /// <summary>What <c>UtcNow</c> was for the run; null where its query does not ask.</summary>
    public DateTimeOffset? Moment { get; init; }

    /// <summary>What each Skip and Take has left.</summary>
    public IReadOnlyList<int> Countdowns { get; init; } = [];

    /// <summary>How many items were delivered, for a run that can only begin again and skip them; else 0.</summary>
    public int Delivered { get; init; }

    /// <exception cref="ArgumentException">The token is another query's, or says what no run of this one can.</exception>
    public void ThrowIfNotOf(QueryFingerprint query, QueryPlan plan)
    {
        query.ThrowIfNot(Query);
        if (Far is not null && (plan.DescendingByCreatedAt is null || plan.Ids is not null))
            throw new ArgumentException(
                "The resume token is damaged: it speaks of a scan from both ends, and the query has none."
            );
    }
}
