using FluentProfiles.Http.Transport;
using Flurl.Http;

namespace FluentProfiles.Tests.Http.OnFlurl;

/// <summary>Services and clients over a Flurl client that the test configures.</summary>
internal static class FlurlService
{
    /// <summary>A Flurl client that connects directly, whatever proxy the environment names.</summary>
    public static FlurlClient NewClient(string? baseUrl = null) => new(HttpClientTransport.CreateClient(), baseUrl);

    public static Task<TestService> StartAsync(
        IFlurlClient flurl,
        Action<ProfilesClientOptions>? configureClient = null
    ) =>
        TestService.StartAsync(
            TestProfiles.Many(3),
            configureClient: options =>
            {
                options.Transport = new FlurlTransport(flurl);
                configureClient?.Invoke(options);
            }
        );

    /// <summary>A client that retries nothing unless the test says so.</summary>
    public static ProfilesClient Over(
        IFlurlClient flurl,
        string baseUrl = "https://service.test",
        Action<ProfilesClientOptions>? configure = null
    )
    {
        ProfilesClientOptions options = new()
        {
            BaseUrl = baseUrl,
            ApiKey = TestService.Key,
            MaxRetries = 0,
            Transport = new FlurlTransport(flurl),
        };
        configure?.Invoke(options);
        return new(options);
    }
}
