namespace FluentProfiles.Hosting;

/// <summary>Sends over <see cref="IHttpClientFactory"/>. Each request takes a client of its own from it, which costs little and
/// lets the factory renew its handlers beneath a client of ours that lives long.</summary>
internal sealed class FactoryTransport(IHttpClientFactory factory, string name) : IProfilesTransport
{
    private readonly string clientName = ClientName(name);

    /// <summary>The factory's name for the HTTP client of a client of ours.</summary>
    public static string ClientName(string name) => name.Length == 0 ? "FluentProfiles" : "FluentProfiles:" + name;

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        factory
            .CreateClient(clientName)
            .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
}
