namespace FluentProfiles.Mirror.Storing;

/// <summary>What tells the profiles of one account from those of another.</summary>
/// <param name="Address">The base address of the service.</param>
/// <param name="Workspace">The workspace; empty for none.</param>
internal sealed record ScopeName(string Address, string Workspace);
