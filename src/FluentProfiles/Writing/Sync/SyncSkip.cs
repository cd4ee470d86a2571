namespace FluentProfiles;

/// <summary>A planned write that was not sent, because its profile has changed since the plan was created.</summary>
/// <param name="Kind">The kind of the write.</param>
/// <param name="Key">The key.</param>
/// <param name="Id">The id of the profile.</param>
/// <param name="Reason">The reason why it was not sent.</param>
public sealed record SyncSkip(SyncStepKind Kind, string Key, string Id, SyncSkipReason Reason);
