using System.Net;
using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>Judges the address of the service as the client does. What it does not know for sure, it lets pass.</summary>
internal static class AddressRules
{
    // The path that the client adds itself.
    private const string Version = "v1";
    private const string Resource = "user_profiles";

    private static readonly char[] Separators = ['/', '\\'];

    /// <summary>The text of an address, or of one that a <see cref="Uri"/> is made of; null where it can't be told.</summary>
    public static string? TextOf(IOperation value, Values values) =>
        values.Behind(value) is IObjectCreationOperation { Type.Name: "Uri", Arguments: [var text] }
            ? values.TextOf(text.Value)
            : values.TextOf(value);

    /// <summary>What an address breaks; null where it may be accepted.</summary>
    public static string? RuleBrokenBy(string text, bool mayAllowHttp)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            return "be an absolute http or https address";
        if (url.Query.Length + url.Fragment.Length + url.UserInfo.Length > 0)
            return "have neither a query, a fragment nor credentials";
        var path = Uri.UnescapeDataString(url.AbsolutePath).Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        if (path.Any(segment => Is(segment, Resource)))
            return $"not have /{Version}/{Resource}, which the client adds itself";
        if (path.Length > 0 && Is(path[path.Length - 1], Version))
            return $"not end in /{Version}, which the client adds itself";
        if (IsLinkLocal(url))
            return "not lead to a link-local address";
        return url.Scheme == "http" && !mayAllowHttp && IsElsewhere(url)
            ? "be https unless the service runs on this machine, or AllowInsecureHttp is set"
            : null;
    }

    private static bool Is(string segment, string name) =>
        segment.Trim().Equals(name, StringComparison.OrdinalIgnoreCase);

    // There are the metadata services of clouds.
    private static bool IsLinkLocal(Uri url) =>
        IPAddress.TryParse(url.Host.Trim('[', ']'), out var address)
        && (address.IsIPv6LinkLocal || address.GetAddressBytes() is [169, 254, _, _]);

    /// <summary>True for a host that is surely another machine.</summary>
    private static bool IsElsewhere(Uri url)
    {
        var host = url.Host;
        if (url.HostNameType == UriHostNameType.IPv4)
            return IPAddress.TryParse(host, out var address) && !IPAddress.IsLoopback(address);
        return url.HostNameType == UriHostNameType.Dns
            && !url.IsLoopback
            && host.All(character => character is > ' ' and <= '~')
            && !host.EndsWith(".", StringComparison.Ordinal)
            && !host.EndsWith("localhost", StringComparison.OrdinalIgnoreCase);
    }
}
