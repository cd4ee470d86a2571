#region clash-sdk
using Anthropic.Models.Beta;
using Anthropic.Models.UserProfiles;
using FluentProfiles;
using AnthropicBeta = FluentProfiles.AnthropicBeta;
using SdkProfile = Anthropic.Models.UserProfiles.UserProfile;
using UserProfile = FluentProfiles.UserProfile;

#endregion

#region clash-namespace
namespace Shop.Profiles;

using Profiles = FluentProfiles.Profiles;

#endregion

/// <summary>The C# of docs/name-clashes.md: that it compiles, in a namespace that ends in Profiles and beside the official
/// SDK, is what there is to test.</summary>
public sealed class NameClashSamples
{
    // Types of the SDK's two namespaces, so that both are in use.
    private static readonly Type[] Theirs =
    [
        typeof(BetaNotFoundError),
        typeof(UserProfileListParams),
        typeof(SdkProfile),
    ];

    [Xunit.Fact]
    public void Aliases_MeanOurs()
    {
        var plan = Profiles.Query().WithBeta(AnthropicBeta.UserProfiles2026_09_04).Explain();

        Xunit.Assert.Equal(ApiRevision.V2026_09_04, plan.Revision);
        Xunit.Assert.DoesNotContain(typeof(UserProfile), Theirs);
    }
}
