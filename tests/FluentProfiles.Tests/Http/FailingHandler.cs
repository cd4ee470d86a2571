namespace FluentProfiles.Tests.Http;

/// <summary>Lets some requests through and loses the connection for all that follow.</summary>
internal sealed class FailingHandler(int after) : DelegatingHandler(new SocketsHttpHandler())
{
    private int sent;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct) =>
        Interlocked.Increment(ref sent) <= after
            ? base.SendAsync(request, ct)
            : throw new HttpRequestException("The connection is lost.");
}
