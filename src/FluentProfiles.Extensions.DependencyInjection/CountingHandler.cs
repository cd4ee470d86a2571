using System.Net;
using FluentProfiles.Http.Failures;

namespace FluentProfiles.Hosting;

/// <summary>The last handler before the network. It counts how often the handlers before it send a request, and stops a retry
/// of theirs that could create a second profile.</summary>
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
        catch (HttpRequestException failure) when (NeverConnected.Is(failure.HttpRequestError))
        {
            sends?.NoteRefused();
            throw;
        }
    }
}
