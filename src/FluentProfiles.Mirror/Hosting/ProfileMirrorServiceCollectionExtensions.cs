using FluentProfiles;
using FluentProfiles.Hosting;
using FluentProfiles.Mirror.Contexts;
using FluentProfiles.Mirror.HealthChecks;
using FluentProfiles.Mirror.Hosting;
using FluentProfiles.Mirror.Inbox;
using FluentProfiles.Mirror.Refreshing;
using FluentProfiles.Mirror.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers a mirror.</summary>
public static class ProfileMirrorServiceCollectionExtensions
{
    internal const string Category = "FluentProfiles.ProfileMirror";
    private const string CheckName = "profile-mirror";

    /// <summary>Registers a singleton <see cref="ProfileMirror"/> in your own <see cref="DbContext"/>, the hosted service that
    /// keeps it up to date, the health check <c>profile-mirror</c>, and the handler of webhooks, which the endpoint
    /// <c>MapProfileWebhooks</c> of the package <c>FluentProfiles.AspNetCore</c> calls.</summary>
    /// <remarks>
    /// <para>Register <c>AddFluentProfiles(…)</c> and <c>AddDbContextFactory&lt;TContext&gt;(…)</c> as well, and apply the
    /// migrations of the context before the host starts. A container has one mirror: another call with the same context adds its
    /// options only. The start of the host throws a <see cref="ProfilesConfigurationException"/> if the container has no factory of
    /// the context, or no <see cref="IProfilesClient"/> that is a <see cref="ProfilesClient"/>.</para>
    /// <para>The client that <c>AddFluentProfiles(…)</c> registers writes through to the mirror, in an application without a host,
    /// too, unless <see cref="ProfileMirrorOptions.WritesThrough"/> is false.</para>
    /// <para>The hosted service reads new profiles each minute, statuses each hour and everything each day, at a time that
    /// follows from the address and the workspace. If that costs more than
    /// <see cref="ProfileMirrorOptions.RequestsPerDay"/>, it runs all of them less often. It logs the schedule with its cost in
    /// the category <c>FluentProfiles.ProfileMirror</c>. What it can't do, it logs and tries again; it never stops the
    /// host. Of several processes that share a database, one does so and the others stand by. Another one takes over within ten
    /// seconds after its end.</para>
    /// <para>The health check reads the database alone. It reports the registered failure status before the first complete full
    /// pass and when the database can't be read. It reports <see cref="HealthStatus.Degraded"/> when a pass has stopped,
    /// <see cref="ProfileMirror.UnresolvedClaimsAsync"/> returns a reference, stored profiles may lack members, or the last full pass is older
    /// than <see cref="ProfileMirrorOptions.MaxHealthyAge"/>.</para>
    /// </remarks>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">Sets the options of the mirror; null for none. Options that you configure in the container
    /// (<c>services.Configure&lt;ProfileMirrorOptions&gt;(configuration.GetSection("Mirror"))</c>) apply, too, in the order of
    /// the calls.</param>
    /// <typeparam name="TContext">The context that has the mirror's tables.</typeparam>
    /// <returns>The same service collection.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    /// <exception cref="ProfilesConfigurationException">An earlier call has registered the mirror in another
    /// context.</exception>
    public static IServiceCollection AddProfileMirror<TContext>(
        this IServiceCollection services,
        Action<ProfileMirrorOptions>? configure = null
    )
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(services);
        var isNew = new MirrorRegistration(typeof(TContext)).AddTo(services);
        var options = services.AddOptions<ProfileMirrorOptions>();
        if (configure is not null)
            options.Configure(configure);
        return isNew ? services.AddMirrorOf<TContext>() : services;
    }

    private static IServiceCollection AddMirrorOf<TContext>(this IServiceCollection services)
        where TContext : DbContext
    {
        services.AddLogging();
        services.TryAddSingleton(MirrorOf<TContext>);
        services.AddSingleton<ContainerWrites>();
        services
            .AddOptions<ProfilesClientOptions>()
            .PostConfigure<ContainerWrites>((client, writes) => client.WriteObserver = writes);
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IWebhookHandler, WebhookInbox>(container =>
                container.GetRequiredService<ProfileMirror>().Inbox
            )
        );
        services.AddSingleton<IHostedService>(container => new RefresherService(RefresherOf(container)));
        services
            .AddHealthChecks()
            .Add(
                new(
                    CheckName,
                    container => new MirrorHealthCheck(
                        container.GetRequiredService<ProfileMirror>(),
                        OptionsOf(container).MaxHealthyAge
                    ),
                    failureStatus: null,
                    tags: null
                )
            );
        return services;
    }

    private static Refresher RefresherOf(IServiceProvider container) =>
        new(container.GetRequiredService<ProfileMirror>(), OptionsOf(container).RequestsPerDay, LogOf(container));

    private static ProfileMirrorOptions OptionsOf(IServiceProvider container) =>
        container.GetRequiredService<IOptions<ProfileMirrorOptions>>().Value;

    private static WatchedLog LogOf(IServiceProvider container) =>
        new(
            container.GetRequiredService<ILoggerFactory>().CreateLogger(Category),
            ClientOf(container).Service.Settings.Watchers.LogFailed
        );

    private static ProfileMirror MirrorOf<TContext>(IServiceProvider container)
        where TContext : DbContext
    {
        var (client, log, options) = (ClientOf(container), LogOf(container), OptionsOf(container));
        var mirror = ProfileMirror.Create(
            client,
            new FactoryContexts<TContext>(FactoryOf<TContext>(container)),
            options,
            log
        );
        // The client may not come from AddFluentProfiles.
        client.Service.ObserveWrites(container.GetRequiredService<ContainerWrites>());
        mirror.WritingThrough.Failed = failure => log.NotWrittenThrough(FailureText.Of(failure), failure);
        return mirror;
    }

    private static IDbContextFactory<TContext> FactoryOf<TContext>(IServiceProvider container)
        where TContext : DbContext =>
        container.GetService<IDbContextFactory<TContext>>()
        ?? throw new ProfilesConfigurationException(
            $"The mirror needs contexts of its own, and the container has no factory of {typeof(TContext).Name}. Call "
                + $"services.AddDbContextFactory<{typeof(TContext).Name}>(…); it registers {typeof(TContext).Name} itself, too, in place of "
                + "AddDbContext."
        );

    private static ProfilesClient ClientOf(IServiceProvider container) =>
        container.GetService<IProfilesClient>() is ProfilesClient client
            ? client
            : throw new ProfilesConfigurationException(
                "The mirror needs a client of the service, and the container has none. Call services.AddFluentProfiles(…). An IProfilesClient of another type, such as a fake, can't be mirrored."
            );
}
