using FluentProfiles.Tests.Properties.Oracle;

namespace FluentProfiles.Tests.Properties.Steps;

/// <summary>A beta, which may choose a shape.</summary>
/// <param name="Beta">The beta.</param>
/// <param name="Revision">The shape that it chooses, or null.</param>
internal sealed record BetaStep(AnthropicBeta Beta, ApiRevision? Revision) : Step<UserProfile>($"WithBeta(\"{Beta}\")")
{
    public override ProfileQuery<UserProfile> Apply(ProfileQuery<UserProfile> query) => query.WithBeta(Beta);

    public override void Apply(Rows<UserProfile> rows) { }
}
