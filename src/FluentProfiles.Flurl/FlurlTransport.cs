using System.Runtime.ExceptionServices;
using Flurl.Http;

namespace FluentProfiles;

/// <summary>A transport that sends the requests of a <see cref="ProfilesClient"/> through an application's own Flurl
/// client, so that its handlers, settings, default headers and <c>HttpTest</c> apply to them.</summary>
/// <remarks>
/// <para>Set it as <see cref="ProfilesClientOptions.Transport"/>. It is thread-safe, provided that the Flurl client is
/// not reconfigured while it is in use. The caller owns the Flurl client: the transport neither changes nor disposes
/// it.</para>
/// <para>Requests are sent to <see cref="ProfilesClientOptions.BaseUrl"/>; the base URL of the Flurl client is ignored.
/// A default header of the Flurl client is sent unless the request has a header with that name, without regard to
/// case.</para>
/// <para>Flurl's events are raised for every attempt. A status of 400 or above raises <c>OnError</c>, unless the Flurl
/// client allows the status. It results in a <see cref="ProfilesApiException"/>, even if a handler marks it as handled.
/// An exception that an event handler throws becomes the inner exception of a
/// <see cref="ProfilesConnectionException"/>.</para>
/// <para>Flurl's timeout (100 seconds by default) applies until the response headers arrive. When it elapses, the
/// attempt fails like a broken connection and is retried. Flurl does not follow redirects for these requests, whatever
/// its settings.</para>
/// </remarks>
public sealed class FlurlTransport : IProfilesTransport
{
    private readonly Func<IFlurlClient> client;

    /// <summary>Creates a transport that uses a Flurl client. Nothing is sent.</summary>
    /// <param name="client">The client that sends the requests.</param>
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
