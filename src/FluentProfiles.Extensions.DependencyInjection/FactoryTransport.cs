namespace FluentProfiles.Hosting;

/// <summary>Sends over <see cref="IHttpClientFactory"/>. Each request takes a client of its own from it, which costs little and
/// lets the factory renew its handlers beneath a client of ours that lives long.</summary>
internal sealed class FactoryTransport(IHttpClientFactory factory, string name) : IProfilesTransport
{
    private const string DefaultName = "FluentProfiles";
    private const string Prefix = DefaultName + ":";

    private readonly string clientName = ClientName(name);

    /// <summary>The factory's name for the HTTP client of a client of ours.</summary>
    public static string ClientName(string name) => name.Length == 0 ? DefaultName : Prefix + name;

    public static bool IsClientName(string? name) =>
        name == DefaultName || (name is not null && name.StartsWith(Prefix, StringComparison.Ordinal));

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sends = SendCounter.AttachTo(request);
        try
        {
            return await factory
                .CreateClient(clientName)
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
                .ConfigureAwait(false);
        }
        finally
        {
            if (sends.Count > 1)
                request.Options.Set(ProfilesRequestOptions.HasBeenRepeated, true);
        }
    }
}
