using System.Net;

namespace FluentProfiles.Http;

/// <summary>The usual transport: an <see cref="HttpClient"/>, our own or a caller's.</summary>
/// <param name="client">A caller's stays as it is: neither changed nor disposed of.</param>
internal sealed class HttpClientTransport(HttpClient client) : IProfilesTransport
{
    /// <summary>A client of our own. It follows no redirect, since that would carry the key to another address, and keeps
    /// connections only as long as a change in DNS may go unnoticed.</summary>
    public static HttpClient CreateClient() =>
        new(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.All,
                PooledConnectionLifetime = TimeSpan.FromMinutes(2),
                UseCookies = false,
            }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
}
