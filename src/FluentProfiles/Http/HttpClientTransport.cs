namespace FluentProfiles.Http;

/// <summary>The usual transport: an <see cref="HttpClient"/>, our own or a caller's.</summary>
/// <param name="client">A caller's stays as it is: neither changed nor disposed of.</param>
internal sealed class HttpClientTransport(HttpClient client) : IProfilesTransport
{
    public static HttpClient CreateClient() =>
        new(ProfilesClient.CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan };

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // HttpClient applies them only to the requests that it makes itself.
        (request.Version, request.VersionPolicy) = (client.DefaultRequestVersion, client.DefaultVersionPolicy);
        return client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }
}
