namespace FluentProfiles.Tests.Properties.Steps;

/// <summary>A type of an application's own, filled by its constructor.</summary>
internal sealed record Pair(string Id, int Length);
