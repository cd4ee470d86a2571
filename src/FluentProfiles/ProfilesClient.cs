using System.Net;
using FluentProfiles.Http.Calls;
using FluentProfiles.Http.Transport;
using FluentProfiles.Json.Pages;
using FluentProfiles.Model.Schema;
using FluentProfiles.Operators;
using FluentProfiles.Sources;
using FluentProfiles.Sources.Service;
using FluentProfiles.Writing;
using FluentProfiles.Writing.Single;

namespace FluentProfiles;

/// <summary>A client of the user-profiles API. Make one and keep it: it is thread-safe, meant to live long, and shares
/// connections among its queries.</summary>
public sealed partial class ProfilesClient : IProfilesClient, IDisposable
{
    private readonly ServiceClient service;
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
    /// <exception cref="ProfilesConfigurationException">The base URL is no address, plain http to another machine, or a host
    /// that is not allowed; two betas choose a shape; a number is out of range; <paramref name="httpClient"/> has a default header
    /// that would change the requests.</exception>
    /// <example>
    /// <code region="client">
    /// using var client = new ProfilesClient(new() { ApiKey = key, BaseUrl = address });
    ///
    /// var newest = await client.Query().FirstOrDefaultAsync();
    /// </code>
    /// </example>
    public ProfilesClient(ProfilesClientOptions options, HttpClient? httpClient = null)
        : this(new ServiceClient(options ?? throw new ArgumentNullException(nameof(options)), httpClient)) { }

    private ProfilesClient(ServiceClient service)
    {
        this.service = service;
        settings = service.Settings;
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
        [TextRange] string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return pages.GetAsync(id, settings.ScopeOf(options), new PageReader(new(FieldMask.All)), cancellationToken);
    }

    /// <summary>Creates a client for work that no user waits for: imports, reports, synchronization. It shares this
    /// client's connections, credentials and other options, and its requests yield to this client's: they wait while one of
    /// those waits or is retried, and while a 429 stops this client. A 429 to a background client stops only that
    /// client.</summary>
    /// <remarks>Disposing it leaves this client's connections open; it can't be used once this client is disposed. A background
    /// client of a background client yields to the same foreground, not to its parent.</remarks>
    /// <param name="maxRequestsPerSecond">The most requests a second, retries included, at even intervals; null for no
    /// limit.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxRequestsPerSecond"/> is not finite or not above
    /// 0.</exception>
    public ProfilesClient CreateBackgroundClient([InRange(0, IsExclusive = true)] double? maxRequestsPerSecond = null)
    {
        ThrowIfNoRate(maxRequestsPerSecond, nameof(maxRequestsPerSecond));
        return InBackground(maxRequestsPerSecond, budget: null);
    }

    internal ProfilesClient InBackground(double? maxRequestsPerSecond, RequestBudget? budget) =>
        new(service.InBackground(maxRequestsPerSecond, budget));

    /// <exception cref="ArgumentOutOfRangeException">The value is no number of requests a second.</exception>
    internal static void ThrowIfNoRate(double? maxRequestsPerSecond, string parameter)
    {
        if (maxRequestsPerSecond is { } rate && !(double.IsFinite(rate) && rate > 0))
            throw new ArgumentOutOfRangeException(
                parameter,
                rate,
                "The number of requests a second must be finite and above 0. Leave it out for no limit."
            );
    }

    /// <summary>Closes the client's own connections; runs under way fail, and background clients can't be used any more. A
    /// caller's <see cref="HttpClient"/> or transport stays open.</summary>
    public void Dispose() => service.Dispose();
}
