using FluentProfiles.Sources;

namespace FluentProfiles.Writing.Sync.Planning;

/// <summary>Where a sync reads and writes. A plan holds for one scope.</summary>
/// <param name="Address">The address of the service.</param>
/// <param name="Workspace">The workspace; null for the default one of the key.</param>
/// <param name="Shape">The shape of profiles.</param>
internal sealed record SyncScope(string Address, string? Workspace, ApiRevision Shape)
{
    public static SyncScope Of(QueryEnvironment environment) =>
        new(environment.Address, environment.Workspace, environment.Betas.Revision);

    /// <summary>Returns what differs from the scope of a plan, or null where nothing does.</summary>
    public string? DifferenceFrom(SyncScope planned) =>
        Address != planned.Address ? $"for {planned.Address}, and the client is for {Address}"
        : Workspace != planned.Workspace
            ? $"for the workspace {planned.Workspace ?? "of the key"}, and the client is for {Workspace ?? "that of the key"}"
        : Shape != planned.Shape ? $"for the shape {planned.Shape}, and the client is for {Shape}"
        : null;
}
