using System.Runtime.ExceptionServices;
using Flurl;
using Flurl.Http;
using Flurl.Http.Content;

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
/// an event handler throws reaches the caller unchanged.</para>
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
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        FlurlCall? call = null;
        // A handler of the request runs after those of the client, so that nothing turns redirects on again.
        var flurlRequest = RequestOf(request)
            .BeforeCall(started =>
            {
                call = started;
                started.Request.WithAutoRedirect(false);
                Copy(request.Options, started.HttpRequestMessage.Options);
            });
        try
        {
            var content = await ContentOf(request, cancellationToken).ConfigureAwait(false);
            var response = await flurlRequest
                .SendAsync(request.Method, content, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
                .ConfigureAwait(false);
            // There is no response if a handler of OnError marks a failed connection as handled.
            return response?.ResponseMessage ?? throw new FlurlHttpException(call, call?.Exception);
        }
        catch (FlurlHttpException failure) when (failure.Call == call && RefusalOf(failure) is { } refusal)
        {
            return refusal;
        }
        catch (Exception failure)
        {
            call?.HttpResponseMessage?.Dispose();
            if (failure is FlurlHttpException)
                cancellationToken.ThrowIfCancellationRequested();
            ExceptionDispatchInfo.Throw(CauseOf(failure, call));
            throw;
        }
        finally
        {
            if (call is not null)
                Copy(call.HttpRequestMessage.Options, request.Options);
        }
    }

    private IFlurlRequest RequestOf(HttpRequestMessage request)
    {
        var address = request.RequestUri!.AbsoluteUri;
        var flurlRequest = client().Request(address);
        // Flurl encodes the address that it is given once more, and with it the letters of an international host.
        flurlRequest.Url = new Url(address);
        var content = request.Content?.Headers.NonValidated ?? default;
        foreach (var (name, values) in request.Headers.NonValidated.Concat(content))
            flurlRequest.Headers.AddOrReplace(name, values.ToString());
        return flurlRequest;
    }

    /// <summary>The client's JSON becomes content that Flurl can show: <c>FlurlCall.RequestBody</c> and the assertions of
    /// <c>HttpTest</c> read no other.</summary>
    private static async ValueTask<HttpContent?> ContentOf(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    ) =>
        request.Content is ReadOnlyMemoryContent json
            ? new CapturedStringContent(
                await json.ReadAsStringAsync(cancellationToken).ConfigureAwait(false),
                json.Headers.ContentType?.ToString()
            )
            : request.Content;

    /// <summary>The response that Flurl threw for, because of its status alone.</summary>
    private static HttpResponseMessage? RefusalOf(FlurlHttpException failure) =>
        failure is { InnerException: null, Call: { } call } ? call.HttpResponseMessage : null;

    /// <summary>The failure beneath Flurl. Flurl's exception is left out because it refers to the request, and thus to the
    /// credentials; that of a call that a handler made on its own is the application's.</summary>
    private static Exception CauseOf(Exception failure, FlurlCall? call) =>
        failure switch
        {
            FlurlHttpTimeoutException => new TimeoutException(
                "The timeout of the Flurl client elapsed before the response headers arrived.",
                failure.InnerException
            ),
            FlurlHttpException ours when ours.Call is null || ours.Call == call => ours.InnerException
                ?? new HttpRequestException("Flurl returned neither a response nor a cause."),
            _ => failure,
        };

    private static void Copy(IDictionary<string, object?> from, IDictionary<string, object?> to)
    {
        foreach (var (name, value) in from)
            to[name] = value;
    }
}
