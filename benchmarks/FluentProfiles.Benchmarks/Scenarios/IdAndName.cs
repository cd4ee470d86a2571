namespace FluentProfiles.Benchmarks.Scenarios;

/// <summary>What a projection keeps of a profile.</summary>
public sealed record IdAndName(string Id, string? Name);
