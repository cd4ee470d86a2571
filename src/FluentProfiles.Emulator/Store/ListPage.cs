namespace FluentProfiles.Emulator.Store;

/// <summary>One page, and the place after which the next begins; null at the end.</summary>
internal sealed record ListPage(IReadOnlyList<UserProfile> Profiles, SortKey? Last);
