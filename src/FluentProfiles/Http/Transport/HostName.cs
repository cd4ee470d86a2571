using System.Net;

namespace FluentProfiles.Http.Transport;

/// <summary>Normalizes the host of an address: ASCII, lower case, no final dot, IPv4 addresses as four decimal
/// numbers.</summary>
internal static class HostName
{
    public static string Of(Uri address)
    {
        var host = address.IdnHost.EndsWith('.') ? address.IdnHost[..^1] : address.IdnHost;
        return IPAddress.TryParse(host, out var ip) ? $"{ip}" : host.ToLowerInvariant();
    }
}
