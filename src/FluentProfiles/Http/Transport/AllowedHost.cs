using System.Text.RegularExpressions;

namespace FluentProfiles.Http.Transport;

/// <summary>An entry of <see cref="ProfilesClientOptions.AllowedHosts"/>.</summary>
internal sealed partial class AllowedHost
{
    private const string Wildcard = "*.";

    private readonly string host;
    private readonly int? port;
    private readonly bool includesSubdomains;

    private AllowedHost(Uri address, bool includesSubdomains, bool hasPort)
    {
        (host, this.includesSubdomains) = (HostName.Of(address), includesSubdomains);
        port = hasPort ? address.Port : null;
    }

    /// <exception cref="ProfilesConfigurationException">An entry is no host.</exception>
    public static IReadOnlyList<AllowedHost> ReadAll(IList<string>? entries) =>
        [.. (entries ?? throw Invalid("is null")).Select(Read)];

    /// <summary>Returns the address of the service if it leads to one of the hosts, or if there are none.</summary>
    /// <exception cref="ProfilesConfigurationException">None of the hosts allows the address.</exception>
    public static string Checked(string baseUrl, IReadOnlyList<AllowedHost> hosts)
    {
        Uri address = new(baseUrl);
        return hosts.Count == 0 || hosts.Any(host => host.Allows(address))
            ? baseUrl
            : throw new ProfilesConfigurationException(
                $"ProfilesClientOptions.BaseUrl (or ANTHROPIC_BASE_URL) leads to {address.Authority}, which AllowedHosts does not allow. Correct the address, or add the host to ProfilesClientOptions.AllowedHosts."
            );
    }

    private bool Allows(Uri address)
    {
        var asked = HostName.Of(address);
        return (port is null || port == address.Port)
            && (includesSubdomains ? asked.EndsWith("." + host, StringComparison.Ordinal) : asked == host);
    }

    private static AllowedHost Read(string? entry)
    {
        var isWildcard = entry?.StartsWith(Wildcard, StringComparison.Ordinal) == true;
        var name = isWildcard ? entry![Wildcard.Length..] : entry;
        if (
            string.IsNullOrEmpty(name)
            || !Form().IsMatch(name)
            || !Uri.TryCreate($"https://{name}", UriKind.Absolute, out var address)
            || address.Port == 0
            || (isWildcard && address.HostNameType != UriHostNameType.Dns)
        )
            throw Invalid($"has the entry '{entry}', which is not a host");
        return new(address, isWildcard, HasPort().IsMatch(name));
    }

    private static ProfilesConfigurationException Invalid(string problem) =>
        new(
            $"ProfilesClientOptions.AllowedHosts {problem}. Write api.example.com, api.example.com:8443, *.example.com or [::1], without a scheme or a path; leave it empty to allow any host."
        );

    [GeneratedRegex(
        @"^(\[[0-9A-Fa-f:.]+\]|[\p{L}\p{M}\p{N}._-]+)(:[0-9]{1,5})?\z",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Form();

    [GeneratedRegex(@":[0-9]+\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HasPort();
}
