namespace FluentProfiles.Mirror.Inbox;

/// <summary>What waits to be read for the first time.</summary>
/// <param name="Count">How many profiles.</param>
/// <param name="Oldest">How long the first of them has waited; zero for none.</param>
internal readonly record struct InboxBacklog(long Count, TimeSpan Oldest);
