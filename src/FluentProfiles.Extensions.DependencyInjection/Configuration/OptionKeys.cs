namespace FluentProfiles.Hosting.Configuration;

/// <summary>The options that a configuration can set, and those that it can't.</summary>
internal static class OptionKeys
{
    public static readonly IReadOnlyDictionary<string, OptionKey> All = new OptionKey[]
    {
        OptionKey.Text(nameof(ProfilesClientOptions.ApiKey), (options, value) => options.ApiKey = value),
        OptionKey.Text(nameof(ProfilesClientOptions.AuthToken), (options, value) => options.AuthToken = value),
        OptionKey.Text(
            nameof(ProfilesClientOptions.BaseUrl),
            (options, value) => (options.BaseUrl, options.BaseUrlSource) = (value, BaseUrlSource.Configuration)
        ),
        OptionKey.Text(
            nameof(ProfilesClientOptions.BaseAddress),
            (options, value) => (options.BaseUrl, options.BaseUrlSource) = (value, BaseUrlSource.Configuration)
        ),
        OptionKey.List(
            nameof(ProfilesClientOptions.AllowedHosts),
            (options, values) => options.AllowedHosts = [.. values]
        ),
        OptionKey.Text(nameof(ProfilesClientOptions.WorkspaceId), (options, value) => options.WorkspaceId = value),
        OptionKey.Text(nameof(ProfilesClientOptions.ApiVersion), (options, value) => options.ApiVersion = value),
        OptionKey.List(
            nameof(ProfilesClientOptions.Betas),
            (options, values) => options.Betas = [.. values.Select(value => new AnthropicBeta(value))]
        ),
        OptionKey.Number<int>(nameof(ProfilesClientOptions.MaxRetries), (options, value) => options.MaxRetries = value),
        OptionKey.Duration(
            nameof(ProfilesClientOptions.AttemptTimeout),
            (options, value) => options.AttemptTimeout = value
        ),
        OptionKey.Duration(
            nameof(ProfilesClientOptions.MaxRetryAfter),
            (options, value) => options.MaxRetryAfter = value
        ),
        OptionKey.Duration(
            nameof(ProfilesClientOptions.TotalTimeout),
            (options, value) => options.TotalTimeout = value
        ),
        OptionKey.Number<long>(
            nameof(ProfilesClientOptions.MaxPageBytes),
            (options, value) => options.MaxPageBytes = value
        ),
        OptionKey.Number<int>(
            nameof(ProfilesClientOptions.PrefetchPages),
            (options, value) => options.PrefetchPages = value
        ),
        OptionKey.Number<int>(
            nameof(ProfilesClientOptions.MaxPointLookups),
            (options, value) => options.MaxPointLookups = value
        ),
        OptionKey.Number<int>(
            nameof(ProfilesClientOptions.MaxRequestsPerQuery),
            (options, value) => options.MaxRequestsPerQuery = value
        ),
        OptionKey.Number<int>(
            nameof(ProfilesClientOptions.MaxConcurrentScans),
            (options, value) => options.MaxConcurrentScans = value
        ),
        OptionKey.Flag(
            nameof(ProfilesClientOptions.AllowInsecureHttp),
            (options, value) => options.AllowInsecureHttp = value
        ),
    }.ToDictionary(key => key.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Objects, which only code can set.</summary>
    public static readonly IReadOnlyCollection<string> OnlyInCode = new HashSet<string>(
        StringComparer.OrdinalIgnoreCase
    )
    {
        nameof(ProfilesClientOptions.BaseUrlSource),
        nameof(ProfilesClientOptions.TokenProvider),
        nameof(ProfilesClientOptions.TimeProvider),
        nameof(ProfilesClientOptions.RateLimiter),
        nameof(ProfilesClientOptions.Transport),
        nameof(ProfilesClientOptions.Observer),
        nameof(ProfilesClientOptions.TokenProtector),
    };

    /// <summary>The name that was meant, or null where none is near.</summary>
    public static string? Nearest(string key)
    {
        var nearest = All.Keys.MinBy(name => Distance(name, key))!;
        return Distance(nearest, key) <= Math.Max(2, nearest.Length / 3) ? nearest : null;
    }

    private static int Distance(string name, string key) =>
        Analyzers.EditDistance.Between(name.ToUpperInvariant(), key.ToUpperInvariant());
}
