namespace FluentProfiles.Mirror.Tests.References.Creating;

/// <summary>Waits before each request, and may answer it then.</summary>
internal sealed class WaitingHandler(
    HttpMessageHandler inner,
    Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage?>> wait
) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    ) => await wait(request, cancellationToken) ?? await base.SendAsync(request, cancellationToken);
}
