using System.Runtime.ExceptionServices;
using Flurl.Http;

namespace FluentProfiles;

/// <summary>Carries the requests of a <see cref="ProfilesClient"/> over an application's own Flurl client, so that its
/// handlers, settings, default headers and <c>HttpClientFactory</c> apply to them.</summary>
/// <remarks>
/// <para>Set it as <see cref="ProfilesClientOptions.Transport"/>. Thread-safe as long as nobody changes the Flurl client
/// meanwhile. The Flurl client stays the caller's: it is neither changed nor disposed of.</para>
/// <para>Where the Flurl client has a default header of the same name, in whatever case, the request's own wins. A refusal of
/// the service raises <c>OnError</c> as every status does that Flurl takes for a failure, and reaches the caller as a
/// <see cref="ProfilesApiException"/> all the same. What a handler throws reaches the caller as it is.</para>
/// <para>Flurl's own time-out covers the wait for the headers of an answer, not its body. Flurl's usual handler follows
/// redirects, without the credentials; a factory that turns them off is better.</para>
/// </remarks>
public sealed class FlurlTransport : IProfilesTransport
{
    private readonly IFlurlClient client;

    /// <summary>A transport over a Flurl client. Nothing is sent.</summary>
    /// <param name="client">The client to send with; its base URL plays no part.</param>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    public FlurlTransport(IFlurlClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        this.client = client;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return await RequestOf(request)
                    .SendAsync(
                        request.Method,
                        request.Content,
                        cancellationToken,
                        HttpCompletionOption.ResponseHeadersRead
                    )
                    .ConfigureAwait(false)
                ?? throw HandledWithoutAnswer(cancellationToken);
        }
        catch (FlurlHttpException failure) when (IsRefusal(failure))
        {
            return failure.Call.Response;
        }
        catch (FlurlHttpException failure)
        {
            failure.Call?.Response?.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            throw CauseOf(failure);
        }
    }

    private IFlurlRequest RequestOf(HttpRequestMessage request)
    {
        // The address goes in as text: this assembly then needs no type of the Flurl assembly, whose version is left to
        // the application. It goes in as two parts since Flurl refuses some good addresses whole: those with %C3%BC in them.
        var address = request.RequestUri!;
        var flurlRequest = client.Request(RootOf(address), address.PathAndQuery);
        foreach (var (name, values) in request.Headers.NonValidated)
        {
            var value = values.ToString();
            flurlRequest.Headers[name] = value;
            // Flurl tells names apart by case, and of two spellings the client's would win.
            foreach (var spelling in client.Headers.Keys)
                if (spelling.Equals(name, StringComparison.OrdinalIgnoreCase))
                    flurlRequest.Headers[spelling] = value;
        }
        return flurlRequest;
    }

    /// <summary>Scheme, host and port in ASCII alone: Flurl would percent-encode a host of other letters, and no host has
    /// such a name.</summary>
    private static string RootOf(Uri address) =>
        new UriBuilder(address.Scheme, address.IdnHost, address.Port).Uri.GetLeftPart(UriPartial.Authority);

    /// <summary>Whether Flurl threw for the status alone: to this library such an answer is one like any other.</summary>
    private static bool IsRefusal(FlurlHttpException failure) =>
        failure is { InnerException: null, Call.Response: not null };

    /// <summary>What happened beneath Flurl, with its own stack trace. Flurl's exception is left out: it refers to the
    /// request and with it to the credentials.</summary>
    private static Exception CauseOf(FlurlHttpException failure)
    {
        if (failure is FlurlHttpTimeoutException)
            return new TimeoutException("Flurl's time-out ran out before an answer came.", failure.InnerException);
        if (failure.InnerException is not { } cause)
            return new HttpRequestException("Flurl sent nothing and named no cause.");
        ExceptionDispatchInfo.Throw(cause);
        return cause;
    }

    /// <summary>A handler of <c>OnError</c> can mark as handled that there is no connection; there is no answer then.</summary>
    private static HttpRequestException HandledWithoutAnswer(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new("There is no answer: a handler of Flurl's OnError marked the failed call as handled.");
    }
}
