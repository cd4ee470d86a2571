namespace FluentProfiles.Http;

/// <summary>Reads the variables that the service's own tools read; an empty one counts as missing.</summary>
internal static class EnvironmentOptions
{
    public static ProfilesClientOptions Read()
    {
        var options = new ProfilesClientOptions
        {
            ApiKey = Variable("ANTHROPIC_API_KEY"),
            AuthToken = Variable("ANTHROPIC_AUTH_TOKEN"),
        };
        options.BaseUrl = Variable("ANTHROPIC_BASE_URL") ?? options.BaseUrl;
        return options;
    }

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
