using System.Net;
using Flurl;
using Flurl.Http;
using Flurl.Http.Content;

namespace FluentProfiles;

/// <summary>One request on its way through Flurl, and what becomes of it.</summary>
internal sealed class FlurlExchange(HttpRequestMessage request)
{
    private FlurlCall? call;

    public async Task<HttpResponseMessage> SendAsync(IFlurlClient client, CancellationToken cancellationToken)
    {
        var content = await ContentAsync(cancellationToken).ConfigureAwait(false);
        // A handler of the request runs after those of the client, so that none of them turns redirects on again.
        var response = await RequestFor(client)
            .BeforeCall(started => Begin(started, client.HttpClient))
            .SendAsync(request.Method, content, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            .ConfigureAwait(false);
        // There is no response if a handler of OnError marks a failed connection as handled.
        return response?.ResponseMessage ?? throw new FlurlHttpException(call, call?.Exception);
    }

    /// <summary>The response that Flurl threw for because of its status; null for any other failure.</summary>
    public HttpResponseMessage? RefusalOf(Exception failure) =>
        failure is FlurlHttpException { InnerException: null, Call: { } failed } && failed == call
            ? failed.HttpResponseMessage
            : null;

    /// <summary>The failure beneath Flurl. Flurl's exception is left out because it refers to the request, and thus to the
    /// credentials. The exception of another call, one that a handler made, is the application's.</summary>
    public Exception CauseOf(Exception failure) =>
        failure switch
        {
            FlurlHttpException { Call: { } other } when other != call => failure,
            FlurlHttpTimeoutException => new TimeoutException(
                "The timeout of the Flurl client elapsed before the response headers arrived.",
                failure.InnerException
            ),
            FlurlHttpException => failure.InnerException
                ?? new HttpRequestException("Flurl returned neither a response nor a cause."),
            _ => failure,
        };

    public void DisposeResponse() => call?.HttpResponseMessage?.Dispose();

    /// <summary>Hands back what a handler has noted in the options of the request.</summary>
    public void End()
    {
        if (call is not null)
            Copy(call.HttpRequestMessage.Options, request.Options);
    }

    private void Begin(FlurlCall started, HttpClient client)
    {
        call = started;
        started.Request.WithAutoRedirect(false);
        Copy(request.Options, started.HttpRequestMessage.Options);
        // Flurl sets the version that its own settings name, which is 1.1 unless they are changed.
        if (client.DefaultRequestVersion != HttpVersion.Version11)
            started.HttpRequestMessage.Version = client.DefaultRequestVersion;
        started.HttpRequestMessage.VersionPolicy = client.DefaultVersionPolicy;
    }

    private IFlurlRequest RequestFor(IFlurlClient client)
    {
        var address = request.RequestUri!.AbsoluteUri;
        var flurlRequest = client.Request(address);
        // Flurl encodes the address that it is given once more, and with it the letters of an international host.
        flurlRequest.Url = new Url(address);
        var content = request.Content?.Headers.NonValidated ?? default;
        foreach (var (name, values) in request.Headers.NonValidated.Concat(content))
            flurlRequest.Headers.AddOrReplace(name, values.ToString());
        return flurlRequest;
    }

    /// <summary>Makes the client's JSON content that Flurl can show: <c>FlurlCall.RequestBody</c> and the assertions of
    /// <c>HttpTest</c> read no other.</summary>
    private async ValueTask<HttpContent?> ContentAsync(CancellationToken cancellationToken) =>
        request.Content is { Headers.ContentType.MediaType: "application/json" } json
            ? new CapturedStringContent(
                await json.ReadAsStringAsync(cancellationToken).ConfigureAwait(false),
                json.Headers.ContentType?.ToString()
            )
            : request.Content;

    private static void Copy(IDictionary<string, object?> from, IDictionary<string, object?> to)
    {
        foreach (var (name, value) in from)
            to[name] = value;
    }
}
