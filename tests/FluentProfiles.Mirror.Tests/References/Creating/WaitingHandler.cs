namespace FluentProfiles.Mirror.Tests.References.Creating;

/// <summary>Waits before each request, and may answer it then.</summary>
internal sealed class WaitingHandler(
    HttpMessageHandler inner,
    Func<HttpRequestMessage, Task<HttpResponseMessage?>> wait
) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    ) => await wait(request) ?? await base.SendAsync(request, cancellationToken);
}
