using Microsoft.Extensions.Options;

namespace FluentProfiles.Hosting;

/// <summary>Checks the options of a name as the client itself does, and that one credential is set. It names every option at
/// fault.</summary>
internal sealed record OptionsCheck(string Name) : IValidateOptions<ProfilesClientOptions>
{
    public ValidateOptionsResult Validate(string? name, ProfilesClientOptions options)
    {
        if (name != Name)
            return ValidateOptionsResult.Skip;
        var failures = OfCredential(options)
            .Concat(OfClient(options))
            .Select(failure => Name.Length == 0 ? failure : $"Client '{Name}': {failure}")
            .ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> OfCredential(ProfilesClientOptions options)
    {
        if (!string.IsNullOrEmpty(options.ApiKey) && !string.IsNullOrEmpty(options.AuthToken))
            yield return "ProfilesClientOptions.ApiKey and AuthToken are both set, and only one could be sent. Remove one of them.";
        if (options.HasNoCredential())
            yield return "ProfilesClientOptions.ApiKey is missing. Set it, or AuthToken or TokenProvider.";
    }

    private static IEnumerable<string> OfClient(ProfilesClientOptions options)
    {
        // The missing key is reported already, and the object is not shared until it has been checked.
        var isWithoutKey = options.HasNoCredential();
        if (isWithoutKey)
            options.TokenProvider = _ => default;
        try
        {
            options.Validate();
            return [];
        }
        catch (Exception failure) when (failure is ProfilesConfigurationException or ArgumentException)
        {
            return failure.InnerException is AggregateException several
                ? several.InnerExceptions.Select(single => single.Message)
                : [failure.Message];
        }
        finally
        {
            if (isWithoutKey)
                options.TokenProvider = null;
        }
    }
}
