using FluentProfiles;
using FluentProfiles.Hosting;
using FluentProfiles.Hosting.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers clients of the user-profiles API.</summary>
/// <remarks>
/// <para>Each call registers one <see cref="IProfilesClient"/>, a singleton: the default one without a name, a keyed service
/// under its name otherwise (<c>[FromKeyedServices("tenant-a")]</c>). A client that is registered already, a fake for
/// instance, is kept. Its options are ordinary named options of that name, so <c>services.Configure</c>, <c>PostConfigure</c>
/// and an <see cref="OptionsBuilder{TOptions}"/> that takes other services apply to them.</para>
/// <para>The options are checked when the host starts: an <see cref="OptionsValidationException"/> names every option at fault.
/// Without a host, the first use of the client does it. When they are reloaded, the next request takes its key or token from
/// them; everything else stays as it was at the first use. A reload that fails the check is logged and changes nothing.</para>
/// <para>Requests go through <see cref="IHttpClientFactory"/>, one client of it for each name: what the
/// <see cref="IHttpClientBuilder"/> adds applies to them. Its usual handler follows no redirect and keeps no cookies, its
/// time-out is off (<see cref="ProfilesClientOptions"/> has its own), and its loggers are removed, since they write the ids of
/// profiles; <c>AddDefaultLogger()</c> brings them back. An options' <see cref="ProfilesClientOptions.Transport"/> is used in
/// place of it all.</para>
/// <para>Retries are never multiplied: where a handler of the application has repeated a request, the client does not repeat
/// it on top. A create that may have arrived is not sent again, whoever wants to: a resilience handler that retries had better
/// leave writes to the client (<c>Retry.DisableForUnsafeHttpMethods()</c>).</para>
/// <para>What happens is logged in the category <c>FluentProfiles.ProfilesClient</c>, that of a named client with its name behind
/// (<c>FluentProfiles.ProfilesClient.tenant-a</c>), without keys, ids or values: retries as warnings, failed requests as
/// information, answers and ends of queries for debugging.</para>
/// <para>The clock is the container's <see cref="TimeProvider"/> where it has one and the options name no other.</para>
/// </remarks>
public static class FluentProfilesServiceCollectionExtensions
{
    private const string SectionName = "FluentProfiles";

    /// <summary>Registers the default client with options from the section <c>FluentProfiles</c> of the container's
    /// <see cref="IConfiguration"/>, then from the environment.</summary>
    /// <remarks>The variables of the environment are those of <see cref="ProfilesClientOptions.ReadEnvironment"/>. Each sets an option that
    /// neither the section nor code (<c>services.Configure</c>, <c>ConfigureProfilesClient</c>) has set. The credential counts as one
    /// option: <c>ANTHROPIC_API_KEY</c>, else <c>ANTHROPIC_AUTH_TOKEN</c>, where there is no <c>ApiKey</c>, <c>AuthToken</c> or
    /// <see cref="ProfilesClientOptions.TokenProvider"/>. The section and the <see cref="IConfiguration"/> may be missing. A key of the
    /// section that is no option, or a value that can't be read, fails the check.</remarks>
    /// <param name="services">The services.</param>
    /// <returns>The builder of the HTTP client that carries the requests.</returns>
    public static IHttpClientBuilder AddFluentProfiles(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        return services.Add(
            Options.Options.DefaultName,
            options =>
            {
                EnvironmentFallback environment = new(options.Name);
                if (!services.AddOnce<IPostConfigureOptions<ProfilesClientOptions>>(environment))
                    return;
                services.AddSingleton<IValidateOptions<ProfilesClientOptions>>(environment);
                options.Bind(container =>
                    (container.GetService<IConfiguration>() ?? new ConfigurationBuilder().Build()).GetSection(
                        SectionName
                    )
                );
            },
            services
        );
    }

    /// <summary>Registers the default client with options set in code.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options; it runs again at each reload.</param>
    /// <returns>The builder of the HTTP client that carries the requests.</returns>
    /// <example>
    /// <code region="di-code">
    /// services.AddFluentProfiles(options =>
    /// {
    ///     options.ApiKey = secrets.Key;
    ///     options.BaseUrl = address;
    /// });
    /// </code>
    /// </example>
    public static IHttpClientBuilder AddFluentProfiles(
        this IServiceCollection services,
        Action<ProfilesClientOptions> configure
    ) => services.Add(Options.Options.DefaultName, options => options.Configure(configure), configure);

    /// <summary>Registers the default client with options from the configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The section whose keys are the names of <see cref="ProfilesClientOptions"/>, or a whole
    /// configuration, of which the section <c>FluentProfiles</c> is taken. A key that is no option, or a value that can't be
    /// read, fails the check.</param>
    /// <returns>The builder of the HTTP client that carries the requests.</returns>
    /// <example>
    /// <code region="di-configuration">
    /// builder.Services.AddFluentProfiles(builder.Configuration);
    /// </code>
    /// </example>
    public static IHttpClientBuilder AddFluentProfiles(
        this IServiceCollection services,
        IConfiguration configuration
    ) =>
        services.Add(
            Options.Options.DefaultName,
            options =>
                options.Bind(_ => configuration as IConfigurationSection ?? configuration.GetSection(SectionName)),
            configuration
        );

    /// <summary>Registers a client under a name with options set in code.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The name of the client and its options, a tenant's for instance.</param>
    /// <param name="configure">Sets the options; it runs again at each reload.</param>
    /// <returns>The builder of the HTTP client that carries the requests.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static IHttpClientBuilder AddFluentProfiles(
        this IServiceCollection services,
        string name,
        Action<ProfilesClientOptions> configure
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return services.Add(name, options => options.Configure(configure), configure);
    }

    /// <summary>Registers a client under a name with options from a section of the configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The name of the client and its options, a tenant's for instance.</param>
    /// <param name="section">The section whose keys are the names of <see cref="ProfilesClientOptions"/>. A key that is no
    /// option, or a value that can't be read, fails the check.</param>
    /// <returns>The builder of the HTTP client that carries the requests.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static IHttpClientBuilder AddFluentProfiles(
        this IServiceCollection services,
        string name,
        IConfigurationSection section
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return services.Add(name, options => options.Bind(_ => section), section);
    }

    private static IHttpClientBuilder Add(
        this IServiceCollection services,
        string name,
        Action<OptionsBuilder<ProfilesClientOptions>> configure,
        object source
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(source);
        var options = services
            .AddOptions<ProfilesClientOptions>(name)
            .Configure<IServiceProvider>(
                (options, provider) =>
                    options.TimeProvider = provider.GetService<TimeProvider>() ?? options.TimeProvider
            )
            .ValidateOnStart();
        configure(options);
        services.AddOnce<IValidateOptions<ProfilesClientOptions>>(new OptionsCheck(name));
        if (name.Length == 0)
            services.TryAddSingleton<IProfilesClient>(provider => HostedClient.Create(provider, name));
        else
            services.TryAddKeyedSingleton<IProfilesClient>(name, (provider, _) => HostedClient.Create(provider, name));
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter, CountingHandlerFilter>()
        );
        return services.AddLogging().AddHttpClientOf(name);
    }

    private static void Bind(
        this OptionsBuilder<ProfilesClientOptions> options,
        Func<IServiceProvider, IConfigurationSection> section
    )
    {
        options.Services.AddSingleton<IConfigureOptions<ProfilesClientOptions>>(Binder);
        options.Services.AddSingleton<IValidateOptions<ProfilesClientOptions>>(Binder);
        options.Services.AddSingleton<IOptionsChangeTokenSource<ProfilesClientOptions>>(
            container => new ConfigurationChangeTokenSource<ProfilesClientOptions>(options.Name, section(container))
        );

        SectionBinder Binder(IServiceProvider container) => new(options.Name, section(container));
    }

    /// <summary>Adds an instance unless an equal one is registered, so that a second registration of a client reports no mistake
    /// twice.</summary>
    /// <returns>True if it was added.</returns>
    private static bool AddOnce<T>(this IServiceCollection services, T instance)
        where T : class
    {
        var isNew = !services.Any(service => Equals(service.ImplementationInstance, instance));
        if (isNew)
            services.AddSingleton(instance);
        return isNew;
    }

    private static IHttpClientBuilder AddHttpClientOf(this IServiceCollection services, string name) =>
        services
            .AddHttpClient(FactoryTransport.ClientName(name), client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(ProfilesClient.CreateHandler)
            .RemoveAllLoggers();
}
