namespace FluentProfiles.Emulator.Controls;

/// <summary>What a region is set to use, and what it uses meanwhile.</summary>
/// <param name="Configured">What is set.</param>
/// <param name="SetAt">Since when.</param>
/// <param name="Effective">What the region uses; null for nothing.</param>
/// <param name="ValidatedAt">When what is set passed its checks; null until then.</param>
internal sealed record RegionSetting<T>(T Configured, DateTimeOffset SetAt, T? Effective, DateTimeOffset? ValidatedAt)
    where T : class;
