using System.Runtime.ExceptionServices;
using Flurl.Http;

namespace FluentProfiles;

/// <summary>Sends the requests of a <see cref="ProfilesClient"/> through an application's own Flurl client, so that its
/// handlers, settings, default headers and <c>HttpTest</c> apply to them.</summary>
/// <remarks>
/// <para>Set it as <see cref="ProfilesClientOptions.Transport"/>. It is thread-safe as long as the Flurl client is not
/// reconfigured while it is in use. The caller owns the Flurl client: the transport neither changes nor disposes it.</para>
/// <para><see cref="ProfilesClientOptions.BaseUrl"/> decides where requests go; the base URL of the Flurl client is ignored.
/// A default header of the Flurl client is sent unless the request has a header of that name, in any letter case.</para>
/// <para>Flurl's events are raised for every attempt. A status from 400 on raises <c>OnError</c>, unless the Flurl client allows
/// it, and reaches the caller as a <see cref="ProfilesApiException"/>, even if a handler marks it as handled. An exception that
/// an event handler throws reaches the caller as the inner exception of a <see cref="ProfilesConnectionException"/>.</para>
/// <para>Flurl's timeout (100 seconds by default) applies until the response headers arrive. When it elapses, the attempt fails
/// like a broken connection and is retried. Flurl does not follow redirects for these requests, whatever its settings
/// are.</para>
/// </remarks>
public sealed class FlurlTransport : IProfilesTransport
{
    private readonly Func<IFlurlClient> client;

    /// <summary>Creates a transport over a Flurl client. Nothing is sent.</summary>
    /// <param name="client">The client to send with.</param>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    public FlurlTransport(IFlurlClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        this.client = () => client;
    }

    internal FlurlTransport(Func<IFlurlClient> client) => this.client = client;

    /// <inheritdoc/>
    public IEnumerable<string> DefaultHeaderNames
    {
        get
        {
            var flurl = client();
            return flurl
                .Headers.Select(header => header.Name)
                .Concat(flurl.HttpClient.DefaultRequestHeaders.NonValidated.Select(header => header.Key));
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        FlurlExchange exchange = new(request);
        try
        {
            return await exchange.SendAsync(client(), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            if (exchange.RefusalOf(failure) is { } refusal)
                return refusal;
            exchange.DisposeResponse();
            if (failure is FlurlHttpException)
                cancellationToken.ThrowIfCancellationRequested();
            ExceptionDispatchInfo.Throw(exchange.CauseOf(failure));
            throw;
        }
        finally
        {
            exchange.End();
        }
    }
}
