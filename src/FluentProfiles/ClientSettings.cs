using FluentProfiles.Http;
using FluentProfiles.Http.Calls;
using FluentProfiles.Http.Transport;
using FluentProfiles.Model.Betas;
using FluentProfiles.Planning;
using FluentProfiles.Sources;
using static FluentProfiles.OptionChecks;

namespace FluentProfiles;

/// <summary>The options of a client, copied and checked when it is made.</summary>
internal sealed class ClientSettings
{
    private static readonly TimeSpan DefaultTotalTimeout = TimeSpan.FromMinutes(2);

    private readonly OptionFailures failures = new();

    /// <param name="options">The options.</param>
    /// <param name="requiresKey">True to check the key or token, too, which a client otherwise checks at its first request.</param>
    /// <exception cref="ArgumentException">A beta or the workspace is not a valid header value.</exception>
    /// <exception cref="ProfilesConfigurationException">Another option is at fault, or several are.</exception>
    public ClientSettings(ProfilesClientOptions options, bool requiresKey = false)
    {
        Service = ServiceOf(options, requiresKey);
        Queries = QueriesOf(options);
        failures.ThrowIfAny();
    }

    /// <summary>How the service is reached.</summary>
    public ServiceSettings Service { get; }

    /// <summary>What applies to queries that say nothing else.</summary>
    public QueryDefaults Queries { get; }

    private ServiceSettings ServiceOf(ProfilesClientOptions options, bool requiresKey)
    {
        var hosts = failures.Of(() => AllowedHost.ReadAll(options.AllowedHosts)) ?? [];
        var total = failures.Of(() => TimeoutOrNull(options.TotalTimeout, nameof(options.TotalTimeout)));
        return new()
        {
            BaseUrl = failures.Of(() =>
                AllowedHost.Checked(BaseAddress.Of(options.BaseUrl, options.AllowInsecureHttp), hosts)
            ),
            ApiVersion = failures.Of(() => CheckedVersion(Given(options.ApiVersion, nameof(options.ApiVersion)))),
            Workspace = failures.Of(() =>
                options.WorkspaceId is { } id
                    ? ServiceSettings.CheckedWorkspace(id, $"{nameof(options.WorkspaceId)} (or ANTHROPIC_WORKSPACE_ID)")
                    : null
            ),
            Betas = failures.Of(() => CheckedBetas(Given(options.Betas, nameof(options.Betas)), nameof(options.Betas))),
            Credentials = CredentialsOf(options, requiresKey),
            TimeProvider = failures.Of(() => Given(options.TimeProvider, nameof(options.TimeProvider))),
            IsInMemory = options.Transport is IMemoryTransport,
            MaxRetries = failures.Of(() => NotNegative(options.MaxRetries, nameof(options.MaxRetries))),
            AttemptTimeout = failures.Of(() => TimeoutOrNull(options.AttemptTimeout, nameof(options.AttemptTimeout))),
            MaxRetryAfter = failures.Of(() => TimeoutOrNull(options.MaxRetryAfter, nameof(options.MaxRetryAfter))),
            TotalTimeoutOfQuery = total,
            TotalTimeoutOfSingle = options.TotalTimeout is null ? DefaultTotalTimeout : total,
            MaxPageBytes = failures.Of(() =>
                AtMost(
                    ServiceSettings.MostPageBytes,
                    Positive(options.MaxPageBytes, nameof(options.MaxPageBytes)),
                    nameof(options.MaxPageBytes)
                )
            ),
            Watchers = new(options.Observer),
            RateLimiter = options.RateLimiter,
        };
    }

    private QueryDefaults QueriesOf(ProfilesClientOptions options) =>
        new()
        {
            MaxConcurrentScans = failures.Of(() =>
                PositiveOrNull(options.MaxConcurrentScans, nameof(options.MaxConcurrentScans))
            ),
            Prefetch = failures.Of(() =>
                AtMost(
                    PageSizing.MostPrefetched,
                    NotNegative(options.PrefetchPages, nameof(options.PrefetchPages)),
                    nameof(options.PrefetchPages)
                )
            ),
            MaxPointLookups = failures.Of(() => NotNegative(options.MaxPointLookups, nameof(options.MaxPointLookups))),
            MaxRequests = failures.Of(() =>
                PositiveOrNull(options.MaxRequestsPerQuery, nameof(options.MaxRequestsPerQuery))
            ),
            Protector = options.TokenProtector,
        };

    private Credentials CredentialsOf(ProfilesClientOptions options, bool requiresKey)
    {
        Credentials credentials = new(options.ApiKey, options.AuthToken, options.TokenProvider);
        if (requiresKey)
            failures.Of(credentials.Check);
        return credentials;
    }

    private static string CheckedVersion(string version) =>
        HeaderText.IsToken(version)
            ? version
            : throw new ProfilesConfigurationException(
                "ProfilesClientOptions.ApiVersion is not a valid header value. Keep the default."
            );

    private static BetaSet CheckedBetas(IEnumerable<AnthropicBeta> betas, string parameter)
    {
        var set = BetaSet.Empty.Add(betas, parameter);
        set.ThrowIfConflicting();
        return set;
    }
}
