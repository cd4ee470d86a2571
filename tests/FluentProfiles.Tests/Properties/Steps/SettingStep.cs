using FluentProfiles.Tests.Properties.Oracle;

namespace FluentProfiles.Tests.Properties.Steps;

/// <summary>A setting that changes no result.</summary>
internal sealed record SettingStep<T>(string Text, Func<ProfileQuery<T>, ProfileQuery<T>> Set) : Step<T>(Text)
{
    public override ProfileQuery<T> Apply(ProfileQuery<T> query) => Set(query);

    public override void Apply(Rows<T> rows) { }
}
