using System.Net;
using FluentProfiles.Execution;
using FluentProfiles.Http;
using FluentProfiles.Json;
using FluentProfiles.Model;
using FluentProfiles.Query;
using FluentProfiles.Writing;

namespace FluentProfiles;

/// <summary>A client of the user-profiles API. Make one and keep it: it is thread-safe, meant to live long, and shares
/// connections among its queries.</summary>
public sealed partial class ProfilesClient : IProfilesClient, IDisposable
{
    private readonly HttpClient? ownClient;
    private readonly ServicePageSource pages;
    private readonly ProfileWriter writer;
    private readonly ServiceSettings settings;

    /// <summary>A client set up from the environment: <c>ANTHROPIC_API_KEY</c>, else <c>ANTHROPIC_AUTH_TOKEN</c>,
    /// <c>ANTHROPIC_BASE_URL</c> and <c>ANTHROPIC_WORKSPACE_ID</c>. A missing key shows when the first request is due.</summary>
    /// <exception cref="ArgumentException"><c>ANTHROPIC_WORKSPACE_ID</c> is no header value.</exception>
    /// <exception cref="ProfilesConfigurationException"><c>ANTHROPIC_BASE_URL</c> is no address.</exception>
    public ProfilesClient()
        : this(new ProfilesClientOptions().ReadEnvironment()) { }

    /// <summary>A client with options of its own. The options are read now; nothing is sent.</summary>
    /// <param name="options">How to reach the service. The environment is not consulted.</param>
    /// <param name="httpClient">Carries the requests; neither changed nor disposed of. It should not follow redirects (see
    /// <see cref="CreateHandler"/>). Null
    /// for one of the library's own. <see cref="ProfilesClientOptions.Transport"/> wins over it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">A beta or the workspace is no header value.</exception>
    /// <exception cref="ProfilesConfigurationException">The base URL is no address or plain http to another machine; two
    /// betas choose a shape; a number is out of range.</exception>
    public ProfilesClient(ProfilesClientOptions options, HttpClient? httpClient = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        settings = new ServiceSettings(options);
        var transport =
            options.Transport
            ?? (
                httpClient is null
                    ? new HttpClientTransport(ownClient = HttpClientTransport.CreateClient(), new LoopbackBypass())
                    : new HttpClientTransport(httpClient)
            );
        var service = new ServiceClient(settings, transport);
        pages = new ServicePageSource(service);
        writer = new ProfileWriter(service);
        Source = new ClientSource(service);
        DataControls = new DataControlsClient(service);
    }

    /// <inheritdoc/>
    public IDataControlsClient DataControls { get; }

    internal QuerySource Source { get; }

    /// <summary>A handler as a client of this library's own uses it, for an <see cref="HttpClient"/> with handlers before it. It
    /// follows no redirect, since that would carry the key to another address, keeps no cookies, decompresses, and keeps
    /// connections only as long as a change in DNS may go unnoticed (two minutes). It uses the system's proxy, but never for a
    /// loopback address. The caller disposes of it.</summary>
    public static SocketsHttpHandler CreateHandler() =>
        new()
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            Proxy = new LoopbackBypass(),
            UseCookies = false,
        };

    /// <inheritdoc/>
    public ProfileQuery<UserProfile> Query() => new(new QueryDefinition(Source, QuerySettings.Default, null));

    /// <inheritdoc/>
    public Task<UserProfile> GetAsync(
        string id,
        IEnumerable<AnthropicBeta>? betas = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return pages.GetAsync(
            id,
            settings.ScopeOf(betas),
            new PageReader(new(FieldMask.All)),
            budget: null,
            cancellationToken
        );
    }

    /// <summary>Closes the client's own connections; runs under way fail. A caller's <see cref="HttpClient"/> or transport
    /// stays open.</summary>
    public void Dispose() => ownClient?.Dispose();
}
