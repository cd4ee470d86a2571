using Flurl.Http;

namespace FluentProfiles.Tests.Http;

/// <summary>Services and clients over a Flurl client that the test has set up.</summary>
internal static class FlurlService
{
    public static Task<TestService> StartAsync(IFlurlClient flurl) =>
        TestService.StartAsync(
            TestProfiles.Many(3),
            configureClient: options => options.Transport = new FlurlTransport(flurl)
        );

    public static ProfilesClient Over(IFlurlClient flurl, string baseUrl) =>
        new(
            new()
            {
                BaseUrl = baseUrl,
                ApiKey = TestService.Key,
                Transport = new FlurlTransport(flurl),
            }
        );
}
