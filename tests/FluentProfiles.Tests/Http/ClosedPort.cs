using System.Net;
using System.Net.Sockets;

namespace FluentProfiles.Tests.Http;

/// <summary>A port that refuses connections: bound, so that nobody else is given it, but not listening. Its text is host and
/// port.</summary>
internal sealed class ClosedPort : IDisposable
{
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp);

    public ClosedPort() => socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));

    public override string ToString() => $"127.0.0.1:{((IPEndPoint)socket.LocalEndPoint!).Port}";

    public void Dispose() => socket.Dispose();
}
