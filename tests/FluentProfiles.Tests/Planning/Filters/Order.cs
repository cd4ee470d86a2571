namespace FluentProfiles.Tests.Planning.Filters;

/// <summary>A row of an application's own, with the id of a profile.</summary>
internal sealed record Order(string? ProfileId, bool IsOpen, params string[] Others);
