using System.Net.Sockets;
using FluentProfiles.Http.Transport;

namespace FluentProfiles.Mirror.Tests.References.Creating;

/// <summary>Transports over which requests wait before they leave.</summary>
internal static class WaitingTransports
{
    /// <summary>Waits before each request, and may answer it then.</summary>
    public static HttpClientTransport Through(
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage?>> wait
    ) => new(new HttpClient(new WaitingHandler(HttpClientTransport.CreateHandler(), wait)));

    /// <summary>Waits before each connection. Each request takes one of its own.</summary>
    public static HttpClientTransport ConnectingAfter(Func<CancellationToken, Task> wait)
    {
        var handler = HttpClientTransport.CreateHandler();
        handler.PooledConnectionLifetime = TimeSpan.Zero;
        handler.ConnectCallback = async (context, ct) =>
        {
            await wait(ct);
            Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(context.DnsEndPoint, ct);
            return new NetworkStream(socket, ownsSocket: true);
        };
        return new(new HttpClient(handler));
    }
}
