namespace FluentProfiles.Http.Calls;

/// <summary>Rejects default headers of a caller's HTTP client that would change what requests mean. Default headers that
/// every request sets itself are harmless, because those of the request win.</summary>
internal static class DefaultHeaders
{
    /// <summary>The headers in question, each with the option that sets it.</summary>
    private static readonly (string Name, string Option)[] Refused =
    [
        ("anthropic-beta", "Betas"),
        ("anthropic-workspace-id", "WorkspaceId"),
        ("x-api-key", "ApiKey"),
    ];

    /// <summary>Checks the requests of queries that name neither betas nor a workspace.</summary>
    /// <exception cref="ProfilesConfigurationException">A default header would be added.</exception>
    public static void ThrowIfAddedTo(ServiceSettings settings, IProfilesTransport transport) =>
        ThrowIfAdded(
            transport,
            name =>
                name switch
                {
                    "anthropic-beta" => settings.Betas.Header is not null,
                    "anthropic-workspace-id" => settings.Workspace is not null,
                    _ => false,
                }
        );

    /// <summary>Checks a request that is about to be sent: a default header may have been set after the client was
    /// made.</summary>
    /// <exception cref="ProfilesConfigurationException">A default header would be added.</exception>
    public static void ThrowIfAddedTo(HttpRequestMessage request, IProfilesTransport transport) =>
        ThrowIfAdded(transport, request.Headers.NonValidated.Contains);

    private static void ThrowIfAdded(IProfilesTransport transport, Func<string, bool> isSet)
    {
        foreach (var added in transport.DefaultHeaderNames)
        {
            var (name, option) = Array.Find(
                Refused,
                header => header.Name.Equals(added, StringComparison.OrdinalIgnoreCase)
            );
            if (name is not null && !isSet(name))
                throw new ProfilesConfigurationException(
                    $"The HTTP client that carries the requests has the default header {name}, which would change what the requests mean. Remove it there, and set ProfilesClientOptions.{option}."
                );
        }
    }
}
