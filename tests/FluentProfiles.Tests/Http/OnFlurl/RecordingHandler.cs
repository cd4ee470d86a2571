namespace FluentProfiles.Tests.Http.OnFlurl;

/// <summary>Shows each request to the test before it is sent.</summary>
internal sealed class RecordingHandler(Action<HttpRequestMessage> see) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        see(request);
        return base.SendAsync(request, cancellationToken);
    }
}
