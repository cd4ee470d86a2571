using System.Net;

namespace FluentProfiles.Hosting;

/// <summary>The last handler before the network: sees each time that those before it send a request, and lets none of them make
/// two profiles of one.</summary>
internal sealed class CountingHandler : DelegatingHandler
{
    private const HttpStatusCode Overloaded = (HttpStatusCode)529;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var sends = SendCounter.Of(request);
        if (
            sends?.Add() == false
            && request.Options.TryGetValue(ProfilesRequestOptions.MustNotBeRepeated, out var isSentOnce)
            && isSentOnce
        )
            throw new ProfilesConnectionException(
                "A handler of the HttpClient was about to send a create again that may have arrived."
            );
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (response.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests or Overloaded)
                sends?.NoteRefused();
            return response;
        }
        catch (HttpRequestException failure) when (IsUnsent(failure.HttpRequestError))
        {
            sends?.NoteRefused();
            throw;
        }
    }

    private static bool IsUnsent(HttpRequestError error) =>
        error
            is HttpRequestError.NameResolutionError
                or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError;
}
