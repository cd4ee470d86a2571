namespace FluentProfiles.Writing.Bulk;

/// <summary>What became of one write of a run.</summary>
internal enum WriteResultKind
{
    Written,
    Unchanged,
    Skipped,
    Failed,
    Postponed,
}
