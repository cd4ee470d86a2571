using FluentProfiles;
using FluentProfiles.Mirror.Contexts;
using FluentProfiles.Mirror.HealthChecks;
using FluentProfiles.Mirror.Inbox;
using FluentProfiles.Mirror.Refreshing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers a mirror.</summary>
public static class ProfileMirrorServiceCollectionExtensions
{
    private const string Category = "FluentProfiles.ProfileMirror";
    private const string CheckName = "profile-mirror";

    /// <summary>Registers a singleton <see cref="ProfileMirror"/> in your own <see cref="DbContext"/>, the hosted service that
    /// keeps it up to date, the health check <c>profile-mirror</c>, and the handler of webhooks, which the endpoint
    /// <c>MapProfileWebhooks</c> of the package <c>FluentProfiles.AspNetCore</c> calls.</summary>
    /// <remarks>
    /// <para>Register <c>AddFluentProfiles(…)</c> and <c>AddDbContextFactory&lt;TContext&gt;(…)</c> as well, and apply the
    /// migrations of the context before the host starts.</para>
    /// <para>The hosted service reads new profiles each minute, statuses each hour and everything each day, at a time that
    /// follows from the address and the workspace. If that costs more than
    /// <see cref="ProfileMirrorOptions.RequestsPerDay"/>, it runs all of them less often. It logs the schedule with its cost in
    /// the category <c>FluentProfiles.ProfileMirror</c>. What it can't do, it logs and tries again; it never stops the
    /// host.</para>
    /// <para>The health check reads the database alone. It reports the registered failure status before the first complete full
    /// pass and when the database can't be read. It reports <see cref="HealthStatus.Degraded"/> when a pass has stopped or
    /// the last full pass is older than <see cref="ProfileMirrorOptions.MaxHealthyAge"/>.</para>
    /// </remarks>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">Sets the options of the mirror; null for the defaults.</param>
    /// <returns>The same service collection.</returns>
    public static IServiceCollection AddProfileMirror<TContext>(
        this IServiceCollection services,
        Action<ProfileMirrorOptions>? configure = null
    )
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(services);
        ProfileMirrorOptions options = new();
        configure?.Invoke(options);
        services.AddLogging();
        services.TryAddSingleton(container => MirrorOf<TContext>(container, options));
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IWebhookHandler, WebhookInbox>(container =>
                container.GetRequiredService<ProfileMirror>().Inbox
            )
        );
        services.AddSingleton<IHostedService>(container => new RefresherService(RefresherOf(container, options)));
        services
            .AddHealthChecks()
            .Add(
                new(
                    CheckName,
                    container => new MirrorHealthCheck(
                        container.GetRequiredService<ProfileMirror>(),
                        options.MaxHealthyAge
                    ),
                    failureStatus: null,
                    tags: null
                )
            );
        return services;
    }

    private static Refresher RefresherOf(IServiceProvider container, ProfileMirrorOptions options) =>
        new(container.GetRequiredService<ProfileMirror>(), options.RequestsPerDay, LogOf(container));

    private static ILogger LogOf(IServiceProvider container) =>
        container.GetRequiredService<ILoggerFactory>().CreateLogger(Category);

    private static ProfileMirror MirrorOf<TContext>(IServiceProvider container, ProfileMirrorOptions options)
        where TContext : DbContext
    {
        var (client, log) = (ClientOf(container), LogOf(container));
        var mirror = ProfileMirror.Create(
            client,
            new FactoryContexts<TContext>(container.GetRequiredService<IDbContextFactory<TContext>>()),
            options,
            log
        );
        if (options.WritesThrough)
            client.Service.ObserveWrites(mirror.WritingThrough);
        mirror.WritingThrough.Failed = failure =>
            log.NotWrittenThrough(failure is ProfilesException ? failure.Message : failure.GetType().Name, failure);
        return mirror;
    }

    private static ProfilesClient ClientOf(IServiceProvider container) =>
        container.GetService<IProfilesClient>() is ProfilesClient client
            ? client
            : throw new ProfilesConfigurationException(
                "The mirror needs a client of the service, and the container has none. Call services.AddFluentProfiles(…). An IProfilesClient of another type, such as a fake, can't be mirrored."
            );
}
