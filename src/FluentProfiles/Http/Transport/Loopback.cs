using System.Net;

namespace FluentProfiles.Http.Transport;

/// <summary>Decides which addresses are of this machine, for proxies, plain http and webhooks alike.</summary>
internal static class Loopback
{
    /// <summary>Returns whether an address names this machine. <see cref="Uri.IsLoopback"/> knows neither the names of RFC 6761
    /// (<c>api.localhost</c>) nor the dot at the end of a fully qualified name.</summary>
    public static bool Is(Uri address)
    {
        if (address.IsLoopback)
            return true;
        var host = HostName.Of(address);
        return host == "localhost"
            || host.EndsWith(".localhost", StringComparison.Ordinal)
            || (IPAddress.TryParse(host, out var parsed) && IPAddress.IsLoopback(parsed));
    }
}
