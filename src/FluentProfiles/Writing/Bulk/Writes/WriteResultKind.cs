namespace FluentProfiles.Writing.Bulk.Writes;

/// <summary>What became of one write of a run.</summary>
internal enum WriteResultKind
{
    Written,
    Unchanged,
    Skipped,
    Failed,
    Postponed,
}
