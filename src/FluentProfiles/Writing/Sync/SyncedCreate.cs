namespace FluentProfiles.Writing.Sync;

/// <summary>What came of a create.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="WasThere">True for a profile that another process has created.</param>
internal readonly record struct SyncedCreate(UserProfile Profile, bool WasThere);
