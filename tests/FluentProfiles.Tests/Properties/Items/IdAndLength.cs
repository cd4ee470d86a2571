namespace FluentProfiles.Tests.Properties.Items;

/// <summary>A type of an application's own, filled by its constructor.</summary>
internal sealed record IdAndLength(string Id, int Length);
