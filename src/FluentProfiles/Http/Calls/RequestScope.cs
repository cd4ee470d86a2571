using FluentProfiles.Model.Betas;

namespace FluentProfiles.Http.Calls;

/// <summary>What a query or a call says of its requests: the betas and the workspace, which decide what they mean, and how they
/// are sent.</summary>
internal readonly record struct RequestScope(BetaSet Betas, string? Workspace)
{
    public RequestSettings Settings { get; init; } = RequestSettings.Default;
}
