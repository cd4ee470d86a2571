using System.Net;
using System.Net.Sockets;

namespace FluentProfiles.Http.Transport;

/// <summary>Recognizes addresses that never belong to the service: link-local ones, and those of clouds' metadata services,
/// which hand out credentials.</summary>
internal static class MetadataHost
{
    private static readonly HashSet<string> Names =
    [
        "metadata.google.internal",
        "metadata.goog",
        "metadata.azure.internal",
        "instance-data.ec2.internal",
    ];

    // AWS, Google Cloud, Alibaba Cloud, Oracle Cloud and Azure.
    private static readonly HashSet<IPAddress> Addresses =
    [
        IPAddress.Parse("fd00:ec2::254"),
        IPAddress.Parse("fd20:ce::254"),
        IPAddress.Parse("100.100.100.200"),
        IPAddress.Parse("192.0.0.192"),
        IPAddress.Parse("168.63.129.16"),
    ];

    /// <summary>Returns whether an address names such a host. Names are not resolved.</summary>
    public static bool Is(Uri address)
    {
        var host = HostName.Of(address);
        return IPAddress.TryParse(host, out var ip) ? Spellings(ip).Any(IsRefused) : Names.Contains(host);
    }

    private static bool IsRefused(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        return address.IsIPv6LinkLocal
            || (address.AddressFamily == AddressFamily.InterNetwork && bytes is [169, 254, ..])
            || Addresses.Contains(new(bytes));
    }

    /// <summary>The address, and one of IPv4 that is embedded in one of IPv6.</summary>
    private static IEnumerable<IPAddress> Spellings(IPAddress address)
    {
        yield return address;
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            yield break;
        var bytes = address.GetAddressBytes();
        // Compatible, mapped, translated and NAT64 addresses end with the IPv4 address; 6to4 addresses have it after their
        // prefix.
        if (bytes is [0, 0, 0, 0, 0, 0, 0, 0, ..] or [0, 0x64, 0xFF, 0x9B, ..])
            yield return new(bytes.AsSpan(12));
        if (bytes is [0x20, 0x02, ..])
            yield return new(bytes.AsSpan(2, 4));
    }
}
