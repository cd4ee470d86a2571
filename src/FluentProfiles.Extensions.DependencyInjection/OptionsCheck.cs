using Microsoft.Extensions.Options;

namespace FluentProfiles.Hosting;

/// <summary>Checks the options of a name as the client itself will, and what only concerns an application that is
/// configured.</summary>
internal sealed class OptionsCheck(string name) : IValidateOptions<ProfilesClientOptions>
{
    public ValidateOptionsResult Validate(string? ofName, ProfilesClientOptions options)
    {
        if (ofName != name)
            return ValidateOptionsResult.Skip;
        return Wrong(options) is { } wrong
            ? ValidateOptionsResult.Fail(name.Length == 0 ? wrong : $"Client '{name}': {wrong}")
            : ValidateOptionsResult.Success;
    }

    private static string? Wrong(ProfilesClientOptions options)
    {
        var (hasKey, hasToken) = (!string.IsNullOrEmpty(options.ApiKey), !string.IsNullOrEmpty(options.AuthToken));
        if (hasKey && hasToken)
            return "ProfilesClientOptions.ApiKey and AuthToken are both set, and only one could be sent. Remove one of them.";
        if (!hasKey && !hasToken && options.TokenProvider is null)
            return "ProfilesClientOptions.ApiKey is missing. Set it, or AuthToken or TokenProvider.";
        try
        {
            options.Validate();
            return null;
        }
        catch (Exception failure) when (failure is ProfilesConfigurationException or ArgumentException)
        {
            return failure.Message;
        }
    }
}
