using FluentProfiles;
using FluentProfiles.Hosting.HealthChecks;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds health checks of clients that <see cref="FluentProfilesServiceCollectionExtensions"/> registers.</summary>
public static class FluentProfilesHealthChecksBuilderExtensions
{
    private const string DefaultName = "fluentprofiles";

    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan DefaultCacheDuration = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ShortestCacheDuration = TimeSpan.FromSeconds(10);

    /// <summary>Adds a health check that requests one profile with a client of the container, without retries. The result, a failure
    /// too, is kept for <paramref name="cacheDuration"/> in each process. Until then no check of the same client sends another request,
    /// and checks that run at once share one.</summary>
    /// <remarks>
    /// <para>The description is the reason of a failure, without credentials. The data has <c>client</c> (the name of the client, ""
    /// for the one without), <c>age</c> (the <see cref="TimeSpan"/> since the request ended) and, if there was an answer with one,
    /// <c>requestId</c>. The clock is the client's <see cref="ProfilesClientOptions.TimeProvider"/>.</para>
    /// <para>Do not add it to the checks of a readiness or liveness probe: while the service is down, they would take every instance
    /// out of service, or restart it.</para>
    /// </remarks>
    /// <param name="builder">The builder that <c>AddHealthChecks</c> returned.</param>
    /// <param name="name">The name of the health check. Null for <c>fluentprofiles</c>, followed by a hyphen and the name of a named
    /// client.</param>
    /// <param name="failureStatus">The status to report when the request fails. Null for
    /// <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">Tags, by which an endpoint selects its checks.</param>
    /// <param name="timeout">The time for the request with every wait before it: above 0, at most one minute. Null for 5
    /// seconds.</param>
    /// <param name="clientName">The name of the client that <c>AddFluentProfiles(name, …)</c> was given, which is its key. Null or ""
    /// for the client without a name.</param>
    /// <param name="cacheDuration">How long a result is kept: 10 seconds or more. Null for 60 seconds.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> or <paramref name="cacheDuration"/> is out of
    /// range.</exception>
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
