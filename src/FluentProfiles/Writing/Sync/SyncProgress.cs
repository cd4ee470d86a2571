namespace FluentProfiles;

/// <summary>The progress of a sync, which first reads and then writes.</summary>
/// <param name="Profiles">The number of profiles read so far.</param>
/// <param name="Planned">The number of planned writes; 0 while the plan is being created.</param>
/// <param name="Written">The number of profiles that were written.</param>
/// <param name="Unchanged">The number of writes that were no longer needed, because the profile already had the wanted
/// values or no longer existed.</param>
/// <param name="Skipped">The number of writes that were not sent, because the profile had changed since the plan was
/// created.</param>
/// <param name="Failed">The number of writes that failed.</param>
public sealed record SyncProgress(long Profiles, long Planned, long Written, long Unchanged, long Skipped, long Failed);
