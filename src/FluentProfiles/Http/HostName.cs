using System.Net;

namespace FluentProfiles.Http;

/// <summary>The host of an address in one spelling: in ASCII and small letters, without the dot of a fully qualified name, an
/// address of IPv4 in four decimal numbers.</summary>
internal static class HostName
{
    public static string Of(Uri address)
    {
        var host = address.IdnHost.EndsWith('.') ? address.IdnHost[..^1] : address.IdnHost;
        return IPAddress.TryParse(host, out var ip) ? $"{ip}" : host.ToLowerInvariant();
    }
}
