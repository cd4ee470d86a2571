using System.Text.RegularExpressions;

namespace FluentProfiles.Http.Transport;

/// <summary>Finds the proxy of a failed request. The proxy of a caller's <see cref="HttpClient"/> is known only from the
/// message of its exceptions, which names the host that was dialed.</summary>
internal static partial class ProxyInUse
{
    /// <returns>Host and port, or null where none is known.</returns>
    public static string? Of(Exception thrown, Uri address, IProfilesTransport transport) =>
        (transport as HttpClientTransport)?.ProxyOf(address) is { } known ? known.Authority
        : thrown is not HttpRequestException { HttpRequestError: var error } ? null
        : error is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            ? Other(Dialed().Match(thrown.Message).Groups[1].Value, address)
        : error is HttpRequestError.ProxyTunnelError ? Tunnel(thrown.Message)
        : null;

    private static string? Other(string dialed, Uri address) =>
        dialed.Length == 0 || dialed == $"{address.IdnHost}:{address.Port}" || dialed == Endpoint(address)
            ? null
            : dialed;

    private static string Endpoint(Uri address) => $"{address.Host}:{address.Port}";

    private static string? Tunnel(string message) =>
        Uri.TryCreate(Quoted().Match(message).Groups[1].Value, UriKind.Absolute, out var proxy)
            ? proxy.Authority
            : null;

    [GeneratedRegex(@" \((\S+:\d{1,5})\)$")]
    private static partial Regex Dialed();

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();
}
