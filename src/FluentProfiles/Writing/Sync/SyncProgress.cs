namespace FluentProfiles;

/// <summary>How far a sync is: first it reads, then it writes.</summary>
/// <param name="Profiles">Profiles read so far.</param>
/// <param name="Planned">Planned writes; 0 while the plan is being made.</param>
/// <param name="Written">Those written.</param>
/// <param name="Unchanged">Those that were not needed any more: the profile was as wanted, or gone.</param>
/// <param name="Skipped">Those not sent, because their profile was no longer as planned.</param>
/// <param name="Failed">Those that failed.</param>
public sealed record SyncProgress(long Profiles, long Planned, long Written, long Unchanged, long Skipped, long Failed);
