using FluentProfiles.Http;
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

/// <summary>A client of the user-profiles API. Create one and reuse it: a client is thread-safe, is meant to be
/// long-lived, and shares its connections among its queries.</summary>
public sealed partial class ProfilesClient : IProfilesClient, IDisposable
{
    private readonly ServiceClient service;
    private readonly ProfileWriter writer;
    private readonly ServiceSettings settings;
    private readonly QueryDefaults defaults;

    /// <summary>Creates a client from the environment: <c>ANTHROPIC_API_KEY</c>, or <c>ANTHROPIC_AUTH_TOKEN</c> when
    /// there is no key, <c>ANTHROPIC_BASE_URL</c> and <c>ANTHROPIC_WORKSPACE_ID</c>. A missing key is reported by the
    /// first request, not by the constructor.</summary>
    /// <exception cref="ArgumentException"><c>ANTHROPIC_WORKSPACE_ID</c> is not a valid header value.</exception>
    /// <exception cref="ProfilesConfigurationException"><c>ANTHROPIC_BASE_URL</c> is not a valid address.</exception>
    public ProfilesClient()
        : this(new ProfilesClientOptions().ReadEnvironment()) { }

    /// <summary>Creates a client with the given options. The options are read now. Nothing is sent.</summary>
    /// <param name="options">The options of the client. The environment is ignored.</param>
    /// <param name="httpClient">The client that sends the requests, or null for one that the library creates. It is
    /// neither changed nor disposed. It should not follow redirects (see <see cref="CreateHandler"/>).
    /// <see cref="ProfilesClientOptions.Transport"/> takes precedence over it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">A beta or the workspace is not a valid header value.</exception>
    /// <exception cref="ProfilesConfigurationException">The base URL is not a valid address, uses plain http to another
    /// machine, or names a host that is not allowed; two betas each choose a shape; a number is out of range; or
    /// <paramref name="httpClient"/> has a default header that would change the requests.</exception>
    /// <example>
    /// <code region="client">
    /// using var client = new ProfilesClient(new() { ApiKey = key, BaseUrl = address });
    ///
    /// var newest = await client.Query().FirstOrDefaultAsync();
    /// </code>
    /// </example>
    public ProfilesClient(ProfilesClientOptions options, HttpClient? httpClient = null)
        : this(
            new ClientSettings(options ?? throw new ArgumentNullException(nameof(options))),
            options.Transport,
            httpClient
        )
    {
        if (options.WriteObserver is { } observer)
            service.ObserveWrites(observer);
    }

    private ProfilesClient(ClientSettings settings, IProfilesTransport? transport, HttpClient? httpClient)
        : this(new ServiceClient(settings.Service, transport, httpClient), settings.Queries, budget: null) { }

    private ProfilesClient(ServiceClient service, QueryDefaults defaults, RequestBudget? budget)
    {
        this.service = service;
        this.defaults = defaults;
        settings = service.Settings;
        writer = new ProfileWriter(service);
        Source = new ClientSource(service, defaults, budget);
        DataControls = new DataControlsClient(service);
    }

    /// <inheritdoc/>
    public IDataControlsClient DataControls { get; }

    internal QuerySource Source { get; }

    internal ServiceClient Service => service;

    /// <summary>Returns a handler with the settings that the library uses itself. Use it when you build an
    /// <see cref="HttpClient"/> with handlers of your own. It follows no redirects, because a redirect would send the
    /// key to another address. It stores no cookies, decompresses responses, and replaces connections after two
    /// minutes, so that a change in DNS takes effect. It uses the system's proxy, except for loopback addresses. The
    /// caller disposes it.</summary>
    public static SocketsHttpHandler CreateHandler() => HttpClientTransport.CreateHandler();

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
        return service.ReadAsync(
            Endpoint.Get.Call(id, settings.ScopeOf(options)),
            answer => new PageReader(new(FieldMask.All)).ReadProfile(answer, id),
            cancellationToken
        );
    }

    /// <summary>Creates a client for background work, such as imports, reports and synchronization. It shares this
    /// client's connections, credentials and other options. Its requests yield to this client's requests: they wait
    /// while a request of this client waits or is being retried, and while a 429 pauses this client. A 429 to a
    /// background client pauses only that client.</summary>
    /// <remarks>When you dispose the background client, this client's connections stay open. When you dispose this
    /// client, the background client can't be used any more. A background client of a background client yields to the
    /// same foreground client, not to its parent.</remarks>
    /// <param name="maxRequestsPerSecond">The maximum number of requests per second, including retries, sent at even
    /// intervals; or null for no limit.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxRequestsPerSecond"/> is not finite or not
    /// greater than 0.</exception>
    public ProfilesClient CreateBackgroundClient([InRange(0, IsExclusive = true)] double? maxRequestsPerSecond = null)
    {
        RequestRate.ThrowIfNone(maxRequestsPerSecond, nameof(maxRequestsPerSecond));
        return InBackground(maxRequestsPerSecond, budget: null);
    }

    internal ProfilesClient InBackground(double? maxRequestsPerSecond, RequestBudget? budget) =>
        new(service.InBackground(maxRequestsPerSecond, budget), defaults, budget);

    /// <summary>Returns a client that shares everything with this one, and whose writes are followed.</summary>
    internal ProfilesClient ObservedBy(IWriteObserver observer) =>
        new(service.ObservedBy(observer), defaults, (RequestBudget?)service.Budget);

    /// <summary>Closes the connections that the client created. Runs in progress fail, and background clients can't be
    /// used any more. An <see cref="HttpClient"/> or a transport that you passed in stays open.</summary>
    public void Dispose() => service.Dispose();
}
