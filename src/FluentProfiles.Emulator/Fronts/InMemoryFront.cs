namespace FluentProfiles.Emulator.Fronts;

/// <summary>The emulator behind an <see cref="HttpClient"/>, with no socket between them.</summary>
internal sealed class InMemoryFront(Desk desk) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var received = await HttpMessages.ReadAsync(request, ct).ConfigureAwait(false);
        return HttpMessages.ToResponse(await desk.AnswerAsync(received, ct).ConfigureAwait(false), request);
    }
}
