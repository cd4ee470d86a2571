using FluentProfiles.Http.Calls;

namespace FluentProfiles.Http.Transport;

/// <summary>Checks the address that every request begins with.</summary>
internal static class BaseAddress
{
    private const string Option = "ProfilesClientOptions.BaseUrl (or ANTHROPIC_BASE_URL)";

    private static readonly string[] Resource = Endpoint.Root.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The address without a slash at its end.</summary>
    /// <exception cref="ProfilesConfigurationException">No request could succeed, or the key would be shown to the
    /// network.</exception>
    public static string Of(string? baseUrl, bool allowsInsecureHttp)
    {
        if (
            !Uri.TryCreate(baseUrl, UriKind.Absolute, out var url)
            || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp)
        )
            throw new ProfilesConfigurationException(
                $"{Option} is not an absolute http or https address. Write it like https://api.anthropic.com."
            );
        if (url.Query.Length + url.Fragment.Length + url.UserInfo.Length > 0)
            throw new ProfilesConfigurationException(
                $"{Option} must not have a query, a fragment or credentials. Write it like https://api.anthropic.com, and the key to ProfilesClientOptions.ApiKey."
            );
        if (WithoutResource(url) is { } meant)
            throw new ProfilesConfigurationException(
                $"{Option} must not contain /{Resource[0]} or {Endpoint.Root}: the client adds that path itself. Write {meant}."
            );
        if (MetadataHost.Is(url))
            throw new ProfilesConfigurationException(
                $"{Option} leads to {url.Host}, a link-local address or a cloud's metadata service. Such addresses are always rejected."
            );
        if (url.Scheme == Uri.UriSchemeHttp && !Loopback.Is(url) && !allowsInsecureHttp)
            throw new ProfilesConfigurationException(
                "ProfilesClientOptions.BaseUrl is plain http to another machine, which would show the key to the network. Use https, or set AllowInsecureHttp."
            );
        return url.AbsoluteUri.TrimEnd('/');
    }

    /// <summary>Returns the address without the service's own path, or null if it has no part of that path. A gateway may
    /// have a <c>v1</c> of its own, so <c>v1</c> counts only at the end or before the name of the resource.</summary>
    private static string? WithoutResource(Uri url)
    {
        // A server may also decode escaped separators.
        var path = Uri.UnescapeDataString(url.AbsolutePath)
            .Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var start = Array.FindIndex(path, segment => Is(segment, Resource[1]));
        if (start < 0 && path.Length > 0 && Is(path[^1], Resource[0]))
            start = path.Length - 1;
        while (start > 0 && Is(path[start - 1], Resource[0]))
            start--;
        return start < 0
            ? null
            : string.Join(
                '/',
                path[..start].Select(Uri.EscapeDataString).Prepend(url.GetLeftPart(UriPartial.Authority))
            );
    }

    private static bool Is(string segment, string name) => segment.Equals(name, StringComparison.OrdinalIgnoreCase);
}
