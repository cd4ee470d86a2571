using System.Net;

namespace FluentProfiles.Http;

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
        IsLoopback(destination) ? null : HttpClient.DefaultProxy.GetProxy(destination);

    public bool IsBypassed(Uri host) => IsLoopback(host) || HttpClient.DefaultProxy.IsBypassed(host);

    // Uri does not know the names of RFC 6761, nor addresses with the dot of a fully qualified name.
    private static bool IsLoopback(Uri uri)
    {
        if (uri.IsLoopback)
            return true;
        var host = uri.IdnHost.TrimEnd('.');
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
    }
}
