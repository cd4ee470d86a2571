namespace FluentProfiles;

/// <summary>What a bulk write has done. <see cref="Found"/> is the sum of the others. Immutable.</summary>
public sealed class BulkWriteReport
{
    internal BulkWriteReport(BulkWriteProgress counts, IReadOnlyList<BulkWriteFailure> failures) =>
        (Found, Written, Unchanged, Failures) = (counts.Found, counts.Written, counts.Unchanged, failures);

    /// <summary>Profiles that the query gave.</summary>
    public long Found { get; }

    /// <summary>Those written.</summary>
    public long Written { get; }

    /// <summary>Those that were as wanted already, so that nothing was sent; of a delete, those that were gone when their turn
    /// came.</summary>
    public long Unchanged { get; }

    /// <summary>Those that could not be written.</summary>
    public long Failed => Failures.Count;

    /// <summary>Those whose write was under way when the run was ended: they may be written or not. 0 for a run that came to
    /// its end.</summary>
    public long Unfinished => Found - Written - Unchanged - Failed;

    /// <summary>The profiles that could not be written, each with the reason, in the order in which they failed.</summary>
    public IReadOnlyList<BulkWriteFailure> Failures { get; }

    /// <summary>The counts, in one line.</summary>
    public override string ToString() =>
        $"found {Found}, written {Written}, unchanged {Unchanged}, failed {Failed}"
        + (Unfinished > 0 ? $", unfinished {Unfinished}" : "");
}
