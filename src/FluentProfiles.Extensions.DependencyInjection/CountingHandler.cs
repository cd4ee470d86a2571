namespace FluentProfiles.Hosting;

/// <summary>The last handler before the network: sees each time that those before it send a request.</summary>
internal sealed class CountingHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        SendCounter.CountOne(request);
        return base.SendAsync(request, cancellationToken);
    }
}
