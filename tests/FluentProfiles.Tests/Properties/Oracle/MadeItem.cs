namespace FluentProfiles.Tests.Properties.Oracle;

/// <summary>An item, and the profile that it was made of.</summary>
internal sealed record MadeItem<T>(UserProfile Profile, T Item);
