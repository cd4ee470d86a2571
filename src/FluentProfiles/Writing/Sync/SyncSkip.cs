namespace FluentProfiles;

/// <summary>A planned write that was not sent, because its profile is no longer as planned.</summary>
/// <param name="Kind">What it would have done.</param>
/// <param name="Key">The key.</param>
/// <param name="Id">The profile.</param>
/// <param name="Reason">What has changed.</param>
public sealed record SyncSkip(SyncStepKind Kind, string Key, string Id, SyncSkipReason Reason);
