using System.Collections.Concurrent;

namespace Aot;

/// <summary>The requests of a query, in the order sent.</summary>
internal sealed class RequestLog
{
    private readonly ConcurrentQueue<string> requests = [];

    /// <summary>The requests since the last call.</summary>
    public IEnumerable<string> Take()
    {
        while (requests.TryDequeue(out var request))
            yield return request;
    }

    public DelegatingHandler CreateHandler() => new Handler(requests);

    private sealed class Handler(ConcurrentQueue<string> requests) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            requests.Enqueue($"{request.Method} {request.RequestUri!.PathAndQuery}");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
