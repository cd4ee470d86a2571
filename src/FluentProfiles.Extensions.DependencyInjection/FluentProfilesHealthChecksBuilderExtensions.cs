using FluentProfiles;
using FluentProfiles.Hosting.HealthChecks;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds health checks for clients that <see cref="FluentProfilesServiceCollectionExtensions"/>
/// registers.</summary>
public static class FluentProfilesHealthChecksBuilderExtensions
{
    private const string DefaultName = "fluentprofiles";

    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan DefaultCacheDuration = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ShortestCacheDuration = TimeSpan.FromSeconds(10);

    /// <summary>Adds a health check that requests one profile with a client of the container, without retries. Each
    /// process caches the result, including a failure, for <paramref name="cacheDuration"/>. During that time, checks
    /// of the same client send no further request. Concurrent checks share one request.</summary>
    /// <remarks>
    /// <para>The description is the reason for a failure, without credentials. The data contains <c>client</c> (the
    /// name of the client, or "" for the default client), <c>age</c> (the <see cref="TimeSpan"/> since the request
    /// ended) and <c>requestId</c>, if a response had one. The clock is the client's
    /// <see cref="ProfilesClientOptions.TimeProvider"/>.</para>
    /// <para>Do not use this check in a readiness or liveness probe: while the service is unavailable, the probe would
    /// take every instance out of service, or restart it.</para>
    /// </remarks>
    /// <param name="builder">The builder that <c>AddHealthChecks</c> returned.</param>
    /// <param name="name">The name of the health check. Null for <c>fluentprofiles</c>, followed by a hyphen and the
    /// name of a named client.</param>
    /// <param name="failureStatus">The status to report when the request fails. Null for
    /// <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">The tags, by which an endpoint selects its checks.</param>
    /// <param name="timeout">The timeout of the request, including all delays before it: greater than 0, at most one
    /// minute. Null for 5 seconds.</param>
    /// <param name="clientName">The name of the client, which is the key passed to <c>AddFluentProfiles(name, …)</c>.
    /// Null or "" for the default client.</param>
    /// <param name="cacheDuration">The time for which a result is cached: 10 seconds or more. Null for 60
    /// seconds.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> or <paramref name="cacheDuration"/> is
    /// out of range.</exception>
    public static IHealthChecksBuilder AddFluentProfiles(
        this IHealthChecksBuilder builder,
        string? name = null,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null,
        TimeSpan? timeout = null,
        string? clientName = null,
        TimeSpan? cacheDuration = null
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        var client = clientName ?? "";
        var (limit, kept) = (timeout ?? DefaultTimeout, cacheDuration ?? DefaultCacheDuration);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(limit, TimeSpan.Zero, nameof(timeout));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, LongestTimeout, nameof(timeout));
        ArgumentOutOfRangeException.ThrowIfLessThan(kept, ShortestCacheDuration, nameof(cacheDuration));
        builder.Services.TryAddKeyedSingleton(client, (services, _) => new ServiceProbe(services, client));
        return builder.Add(
            new(
                name ?? (client.Length == 0 ? DefaultName : $"{DefaultName}-{client}"),
                services => new ProfilesHealthCheck(
                    services.GetRequiredKeyedService<ServiceProbe>(client),
                    kept,
                    limit
                ),
                failureStatus,
                tags
            )
        );
    }
}
