using FluentProfiles;
using Flurl.Http.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Configures clients of the user-profiles API to send their requests through Flurl.</summary>
public static class FluentProfilesFlurlExtensions
{
    /// <summary>Sends the requests of this client through a named Flurl client of the container's
    /// <see cref="IFlurlClientCache"/>, instead of the <see cref="HttpClient"/> that the builder configures.</summary>
    /// <remarks>
    /// <para>The client is requested from the cache for each request, so a client that is removed and added again is
    /// replaced. The cache owns it.</para>
    /// <para>If neither code, a configuration nor the environment sets <see cref="ProfilesClientOptions.BaseUrl"/> and
    /// the Flurl client has a base URL, requests are sent to the Flurl client's base URL, which may end in
    /// <c>/v1</c>.</para>
    /// <para>Message handlers that are added to the builder do not apply. Add them to the Flurl client with
    /// <c>AddMiddleware</c>.</para>
    /// </remarks>
    /// <param name="builder">The builder that <c>AddFluentProfiles</c> returned.</param>
    /// <param name="flurlClientName">The name of the Flurl client in the cache. A
    /// <see cref="ProfilesConfigurationException"/> is thrown if the cache does not have a client of that name, or if
    /// the container has no cache. This happens when the host starts or when the client is first used.</param>
    /// <returns>The service collection, because additions to the builder would have no effect.</returns>
    /// <exception cref="ArgumentException">The builder belongs to another HTTP client.</exception>
    public static IServiceCollection UseFlurl(this IHttpClientBuilder builder, string flurlClientName)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(flurlClientName);
        NamedFlurlClient flurl = new(flurlClientName);
        return builder
            .ConfigureProfilesClient(flurl.SetTransport)
            .Services.PostConfigureAll<ProfilesClientOptions>(flurl.SetBaseUrl);
    }
}
