namespace FluentProfiles;

/// <summary>Reads the variables that the service's own tools read. An empty one counts as missing.</summary>
internal static class EnvironmentOptions
{
    public static void ReadInto(ProfilesClientOptions options)
    {
        options.ApiKey = Variable("ANTHROPIC_API_KEY") ?? options.ApiKey;
        options.AuthToken = Variable("ANTHROPIC_AUTH_TOKEN") ?? options.AuthToken;
        if (Variable("ANTHROPIC_BASE_URL") is { } baseUrl)
            (options.BaseUrl, options.BaseUrlSource) = (baseUrl, BaseUrlSource.Environment);
        options.WorkspaceId = Variable("ANTHROPIC_WORKSPACE_ID") ?? options.WorkspaceId;
    }

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
