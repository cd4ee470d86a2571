using Polly;

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

    public static bool IsClientName(string? name) => OptionsName(name) is not null;

    /// <summary>The name of the options that belong to an HTTP client, or null if the HTTP client is none of ours.</summary>
    public static string? OptionsName(string? clientName) =>
        clientName == DefaultName ? ""
        : clientName?.StartsWith(Prefix, StringComparison.Ordinal) == true ? clientName[Prefix.Length..]
        : null;

    public IEnumerable<string> DefaultHeaderNames =>
        factory.CreateClient(clientName).DefaultRequestHeaders.NonValidated.Select(header => header.Key);

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sends = SendCounter.AttachTo(request);
        var client = factory.CreateClient(clientName);
        // HttpClient applies them only to the requests that it makes itself.
        (request.Version, request.VersionPolicy) = (client.DefaultRequestVersion, client.DefaultVersionPolicy);
        try
        {
            return await client
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
                .ConfigureAwait(false);
        }
        // The handler rejected its own retry of a request that may have arrived. Passed on, the rejection would tell the
        // client that nothing was sent.
        catch (ExecutionRejectedException rejected) when (sends.MayHaveArrived)
        {
            throw new HttpRequestException(rejected.Message, rejected);
        }
        finally
        {
            if (sends.Count > 1)
                request.Options.Set(ProfilesRequestOptions.HasBeenRepeated, true);
        }
    }
}
