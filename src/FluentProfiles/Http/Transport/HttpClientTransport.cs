using System.Net;

namespace FluentProfiles.Http.Transport;

/// <summary>The usual transport: an <see cref="HttpClient"/>, our own or a caller's.</summary>
/// <param name="client">A caller's stays as it is: neither changed nor disposed of.</param>
/// <param name="proxy">Chooses its proxy; null if that is not known.</param>
internal sealed class HttpClientTransport(HttpClient client, IWebProxy? proxy = null) : IProfilesTransport
{
    public static HttpClient CreateClient() => new(CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>A handler that carries the key to no other address and keeps nothing that outlives a change in DNS.</summary>
    public static SocketsHttpHandler CreateHandler() =>
        new()
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            Proxy = new LoopbackBypass(),
            UseCookies = false,
        };

    /// <summary>Returns the proxy of requests to an address, or null if there is none or it is not known.</summary>
    public Uri? ProxyOf(Uri address) => proxy?.IsBypassed(address) == false ? proxy.GetProxy(address) : null;

    public IEnumerable<string> DefaultHeaderNames =>
        client.DefaultRequestHeaders.NonValidated is { Count: > 0 } headers ? headers.Select(header => header.Key) : [];

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // HttpClient applies them only to the requests that it makes itself.
        (request.Version, request.VersionPolicy) = (client.DefaultRequestVersion, client.DefaultVersionPolicy);
        return client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }
}
