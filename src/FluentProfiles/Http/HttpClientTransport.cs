namespace FluentProfiles.Http;

/// <summary>The usual transport: an <see cref="HttpClient"/>, our own or a caller's.</summary>
/// <param name="client">A caller's stays as it is: neither changed nor disposed of.</param>
internal sealed class HttpClientTransport(HttpClient client) : IProfilesTransport
{
    public static HttpClient CreateClient() =>
        new(ProfilesClient.CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan };

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
}
