namespace FluentProfiles.Emulator.Controls;

/// <summary>A key or a bucket that a region used before.</summary>
internal sealed record Retired<T>(T Item, string Region, DateTimeOffset ExpiresAt)
    where T : class;
