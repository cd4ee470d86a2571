using System.Collections.Concurrent;
using System.Net;

namespace FluentProfiles.Mirror.Tests.Reliability;

/// <summary>Takes the events that the emulator posts, for a sender of the test's own.</summary>
internal sealed class PostedEvents : HttpMessageHandler
{
    private readonly ConcurrentQueue<byte[]> bodies = [];

    /// <summary>Those that came since the last call.</summary>
    public List<byte[]> Take()
    {
        List<byte[]> taken = [];
        while (bodies.TryDequeue(out var body))
            taken.Add(body);
        return taken;
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        bodies.Enqueue(await request.Content!.ReadAsByteArrayAsync(cancellationToken));
        return new(HttpStatusCode.NoContent);
    }
}
