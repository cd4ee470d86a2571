namespace FluentProfiles.Emulator.Tests.Official;

/// <summary>Lets the official SDK's beta client name another shape: by itself it names 2026-08-18, always.</summary>
internal sealed class ShapeHandler(string beta) : DelegatingHandler(new SocketsHttpHandler())
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        request.Headers.Remove("anthropic-beta");
        request.Headers.Add("anthropic-beta", beta);
        return base.SendAsync(request, ct);
    }
}
