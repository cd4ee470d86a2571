using System.Net;

namespace FluentProfiles.Http.Transport;

/// <summary>The system's proxy for every address but those of this machine, which requests must not leave. .NET sends them to the
/// proxy unless <c>NO_PROXY</c> names them.</summary>
internal sealed class LoopbackBypass : IWebProxy
{
    public ICredentials? Credentials
    {
        get => HttpClient.DefaultProxy.Credentials;
        set => HttpClient.DefaultProxy.Credentials = value;
    }

    public Uri? GetProxy(Uri destination) =>
        Loopback.Is(destination) ? null : HttpClient.DefaultProxy.GetProxy(destination);

    public bool IsBypassed(Uri host) => Loopback.Is(host) || HttpClient.DefaultProxy.IsBypassed(host);
}
