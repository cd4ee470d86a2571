using System.Threading.RateLimiting;
using FluentProfiles.Http.Transport;
using FluentProfiles.Model.Betas;
using FluentProfiles.Planning;
using FluentProfiles.Telemetry;
using static FluentProfiles.OptionChecks;

namespace FluentProfiles.Http.Calls;

/// <summary>The options of a client, copied and checked when it is made.</summary>
internal sealed class ServiceSettings
{
    /// <summary>The longest time that a timer of .NET can run, rounded down.</summary>
    public static readonly TimeSpan LongestTimer = TimeSpan.FromTicks(LongestTimerTicks);

    public const long LongestTimerTicks = 49 * TimeSpan.TicksPerDay;

    /// <summary>Close to the longest array of .NET.</summary>
    public const long MostPageBytes = 1L << 30;

    private static readonly TimeSpan DefaultTotalTimeout = TimeSpan.FromMinutes(2);

    private readonly TimeSpan? totalTimeout;
    private readonly TimeSpan? totalTimeoutOfSingle;

    /// <param name="options">The options.</param>
    /// <param name="requiresKey">True to check the key or token, too, which a client otherwise checks at its first request.</param>
    /// <exception cref="ArgumentException">A beta or the workspace is not a valid header value.</exception>
    /// <exception cref="ProfilesConfigurationException">Another option is at fault, or several are.</exception>
    public ServiceSettings(ProfilesClientOptions options, bool requiresKey = false)
    {
        OptionFailures failures = new();
        var hosts = failures.Of(() => AllowedHost.ReadAll(options.AllowedHosts)) ?? [];
        BaseUrl = failures.Of(() => AllowedHost.Checked(BaseAddress.Of(options), hosts));
        ApiVersion = failures.Of(() => CheckedVersion(Given(options.ApiVersion, nameof(options.ApiVersion))));
        Workspace = failures.Of(() =>
            options.WorkspaceId is { } id
                ? CheckedWorkspace(id, $"{nameof(options.WorkspaceId)} (or ANTHROPIC_WORKSPACE_ID)")
                : null
        );
        Betas = failures.Of(() => CheckedBetas(Given(options.Betas, nameof(options.Betas)), nameof(options.Betas)));
        Credentials = new(options);
        if (requiresKey)
            failures.Of(Credentials.Check);
        TimeProvider = failures.Of(() => Given(options.TimeProvider, nameof(options.TimeProvider)));
        MaxRetries = failures.Of(() => NotNegative(options.MaxRetries, nameof(options.MaxRetries)));
        AttemptTimeout = failures.Of(() => TimeoutOrNull(options.AttemptTimeout, nameof(options.AttemptTimeout)));
        MaxRetryAfter = failures.Of(() => TimeoutOrNull(options.MaxRetryAfter, nameof(options.MaxRetryAfter)));
        totalTimeout = failures.Of(() => TimeoutOrNull(options.TotalTimeout, nameof(options.TotalTimeout)));
        MaxConcurrentScans = failures.Of(() =>
            PositiveOrNull(options.MaxConcurrentScans, nameof(options.MaxConcurrentScans))
        );
        MaxPageBytes = failures.Of(() =>
            AtMost(
                MostPageBytes,
                Positive(options.MaxPageBytes, nameof(options.MaxPageBytes)),
                nameof(options.MaxPageBytes)
            )
        );
        PrefetchPages = failures.Of(() =>
            AtMost(
                PageSizing.MostPrefetched,
                NotNegative(options.PrefetchPages, nameof(options.PrefetchPages)),
                nameof(options.PrefetchPages)
            )
        );
        MaxPointLookups = failures.Of(() => NotNegative(options.MaxPointLookups, nameof(options.MaxPointLookups)));
        MaxRequestsPerQuery = failures.Of(() =>
            PositiveOrNull(options.MaxRequestsPerQuery, nameof(options.MaxRequestsPerQuery))
        );
        failures.ThrowIfAny();

        Address = new(BaseUrl);
        Watchers = new(options.Observer);
        totalTimeoutOfSingle = options.TotalTimeout is null ? DefaultTotalTimeout : totalTimeout;
        RateLimiter = options.RateLimiter;
        TokenProtector = options.TokenProtector;
    }

    /// <summary>The address without a final slash.</summary>
    public string BaseUrl { get; }

    /// <summary>The host and port of the service, for messages.</summary>
    public string Endpoint => $"{Address.Host}:{Address.Port}";

    public Uri Address { get; }

    public Watchers Watchers { get; }

    public string ApiVersion { get; }

    public string? Workspace { get; }

    public BetaSet Betas { get; }

    public Credentials Credentials { get; }

    public TimeProvider TimeProvider { get; }

    public int MaxRetries { get; }

    /// <summary>Null for no limit.</summary>
    public TimeSpan? AttemptTimeout { get; }

    /// <summary>The longest wait that the service can ask for; null for no limit.</summary>
    public TimeSpan? MaxRetryAfter { get; }

    public RateLimiter? RateLimiter { get; }

    public ITokenProtector? TokenProtector { get; }

    public int? MaxConcurrentScans { get; }

    public long MaxPageBytes { get; }

    public int PrefetchPages { get; }

    public int MaxPointLookups { get; }

    public int? MaxRequestsPerQuery { get; }

    public int MaxRetriesOf(ServiceCall call) => call.Settings.MaxRetries ?? MaxRetries;

    /// <summary>The time for one attempt; null for no limit.</summary>
    public TimeSpan? AttemptTimeoutOf(ServiceCall call) => LimitOf(call.Settings.AttemptTimeout, AttemptTimeout);

    /// <summary>The longest wait that the service can ask for; null for no limit.</summary>
    public TimeSpan? MaxRetryAfterOf(ServiceCall call) => LimitOf(call.Settings.MaxRetryAfter, MaxRetryAfter);

    /// <summary>The time for all attempts of a call and the waits between them; null for no limit.</summary>
    public TimeSpan? TotalTimeoutOf(ServiceCall call) =>
        LimitOf(call.Settings.TotalTimeout, call.IsOfQuery ? totalTimeout : totalTimeoutOfSingle);

    /// <summary>The betas of a single call, joined with the client's, its workspace and its settings.</summary>
    /// <exception cref="ArgumentException">An option is invalid, or contradicts another.</exception>
    /// <exception cref="ProfilesConfigurationException">Two of the call's betas choose a shape.</exception>
    public RequestScope ScopeOf(CallOptions? options)
    {
        if (options is null)
            return new(Betas, Workspace);
        var ofCall = BetaSet.Empty.Add(options.Betas, nameof(options));
        ofCall.ThrowIfConflicting();
        return new(Betas.JoinedBy(ofCall), options.Workspace ?? Workspace)
        {
            Settings = options.ToSettings(nameof(options)),
        };
    }

    public static string CheckedWorkspace(string workspace, string parameter) =>
        HeaderText.IsToken(workspace)
            ? workspace
            : throw new ArgumentException("A workspace id (wrkspc_…) has only visible ASCII characters.", parameter);

    private static string CheckedVersion(string version) =>
        HeaderText.IsToken(version)
            ? version
            : throw new ProfilesConfigurationException(
                "ProfilesClientOptions.ApiVersion is no header value. Leave it at its default."
            );

    private static BetaSet CheckedBetas(IEnumerable<AnthropicBeta> betas, string parameter)
    {
        var set = BetaSet.Empty.Add(betas, parameter);
        set.ThrowIfConflicting();
        return set;
    }
}
