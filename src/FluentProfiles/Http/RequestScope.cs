using FluentProfiles.Betas;

namespace FluentProfiles.Http;

/// <summary>What the headers of a request say of its meaning: the betas and the workspace.</summary>
internal readonly record struct RequestScope(BetaSet Betas, string? Workspace);
