using Microsoft.Extensions.Options;

namespace FluentProfiles.Hosting.Configuration;

/// <summary>Sets what neither code nor a configuration has set from the variables that <c>new ProfilesClient()</c> reads. The
/// credential is one setting, so a key from elsewhere leaves no room for a token of the environment.</summary>
internal sealed record EnvironmentFallback(string Name)
    : IPostConfigureOptions<ProfilesClientOptions>,
        IValidateOptions<ProfilesClientOptions>
{
    public void PostConfigure(string? name, ProfilesClientOptions options)
    {
        if (name != Name)
            return;
        var environment = new ProfilesClientOptions().ReadEnvironment();
        if (options.HasNoCredential())
        {
            options.ApiKey = environment.ApiKey;
            options.AuthToken = environment.ApiKey is null ? environment.AuthToken : null;
        }
        if (options.BaseUrlSource == BaseUrlSource.Default)
            (options.BaseUrl, options.BaseUrlSource) = (environment.BaseUrl, environment.BaseUrlSource);
        options.WorkspaceId ??= environment.WorkspaceId;
    }

    public ValidateOptionsResult Validate(string? name, ProfilesClientOptions options) =>
        name != Name ? ValidateOptionsResult.Skip
        : options.HasNoCredential()
            ? ValidateOptionsResult.Fail("The environment has neither ANTHROPIC_API_KEY nor ANTHROPIC_AUTH_TOKEN.")
        : ValidateOptionsResult.Success;
}
