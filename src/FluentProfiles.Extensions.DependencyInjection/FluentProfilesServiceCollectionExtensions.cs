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
/// <para>Each call registers a singleton <see cref="IProfilesClient"/>: the default client, or a keyed service if a
/// name is given (<c>[FromKeyedServices("tenant-a")]</c>). A client that is already registered, such as a fake, is
/// kept. The options are named options with the client's name, so <c>services.Configure</c>, <c>PostConfigure</c> and
/// an <see cref="OptionsBuilder{TOptions}"/> with other services apply to them.</para>
/// <para>The options are validated when the host starts. An <see cref="OptionsValidationException"/> names every
/// invalid option. Without a host, the first use of the client validates them. When the options are reloaded, the next
/// request uses the new key or token. Other options keep their values from the first use. A reload that fails the
/// validation, or a method that sets options and throws at a reload, is logged and changes nothing. The options are
/// then created again every 30 seconds, while requests are sent, until that succeeds.</para>
/// <para>Requests are sent through <see cref="IHttpClientFactory"/>, with one of its clients for each name, so
/// everything that you add to the <see cref="IHttpClientBuilder"/> applies to them. Its primary handler follows no
/// redirects and stores no cookies. Its timeout is disabled, because <see cref="ProfilesClientOptions"/> has timeouts
/// of its own. Its loggers are removed, because they write the ids of profiles; <c>AddDefaultLogger()</c> restores
/// them. If <see cref="ProfilesClientOptions.Transport"/> is set, it replaces all of this.</para>
/// <para>Retries are not multiplied: if a handler of the application has retried a request, the client does not retry
/// it again. A create that may have taken effect is never sent again, neither by the client nor by a handler. Configure
/// a resilience handler with retries to leave writes to the client (<c>Retry.DisableForUnsafeHttpMethods()</c>).</para>
/// <para>Events are logged in the category <c>FluentProfiles.ProfilesClient</c>, to which the name of a named client is
/// appended (<c>FluentProfiles.ProfilesClient.tenant-a</c>). Logs contain no keys, ids or values. Retries are logged as
/// warnings, failed requests as information, responses and the ends of queries as debug messages.</para>
/// <para>The client uses the container's <see cref="TimeProvider"/>, if there is one and the options do not set
/// another.</para>
/// </remarks>
public static class FluentProfilesServiceCollectionExtensions
{
    private const string SectionName = "FluentProfiles";

    /// <summary>Registers the default client with options from the section <c>FluentProfiles</c> of the container's
    /// <see cref="IConfiguration"/>, and then from the environment.</summary>
    /// <remarks>The environment variables are those of <see cref="ProfilesClientOptions.ReadEnvironment"/>. Each sets
    /// an option that neither the section nor code (<c>services.Configure</c>, <c>ConfigureProfilesClient</c>) has set.
    /// The credential counts as one option: <c>ANTHROPIC_API_KEY</c>, or <c>ANTHROPIC_AUTH_TOKEN</c> if there is no
    /// key, is used when <c>ApiKey</c>, <c>AuthToken</c> and <see cref="ProfilesClientOptions.TokenProvider"/> are not
    /// set. The section and the <see cref="IConfiguration"/> are optional. A key of the section that is not an option,
    /// or a value that can't be read, fails the validation.</remarks>
    /// <param name="services">The service collection.</param>
    /// <returns>The builder of the HTTP client that sends the requests.</returns>
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
    /// <param name="services">The service collection.</param>
    /// <param name="configure">Sets the options. It runs again at each reload.</param>
    /// <returns>The builder of the HTTP client that sends the requests.</returns>
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
    /// <param name="services">The service collection.</param>
    /// <param name="configuration">A section whose keys are the names of <see cref="ProfilesClientOptions"/>, or the
    /// root of a configuration, whose section <c>FluentProfiles</c> is used. A key that is not an option, or a value
    /// that can't be read, fails the validation.</param>
    /// <returns>The builder of the HTTP client that sends the requests.</returns>
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

    /// <summary>Registers a named client with options set in code.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="name">The name of the client and its options, for example the name of a tenant.</param>
    /// <param name="configure">Sets the options. It runs again at each reload.</param>
    /// <returns>The builder of the HTTP client that sends the requests.</returns>
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

    /// <summary>Registers a named client with options from a section of the configuration.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="name">The name of the client and its options, for example the name of a tenant.</param>
    /// <param name="section">A section whose keys are the names of <see cref="ProfilesClientOptions"/>. A key that is
    /// not an option, or a value that can't be read, fails the validation.</param>
    /// <returns>The builder of the HTTP client that sends the requests.</returns>
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
        SettingsBelowCode.AddTo(services);
        configure(services.AddOptions<ProfilesClientOptions>(name).ValidateOnStart());
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
        options.Services.AddSingleton<SectionBinder>(Binder);
        options.Services.AddSingleton<IValidateOptions<ProfilesClientOptions>>(Binder);
        options.Services.AddSingleton<IOptionsChangeTokenSource<ProfilesClientOptions>>(
            container => new ConfigurationChangeTokenSource<ProfilesClientOptions>(options.Name, section(container))
        );

        SectionBinder Binder(IServiceProvider container) => new(options.Name, section(container));
    }

    /// <summary>Adds an instance unless an equal one is registered, so that a second registration of a client reports
    /// no mistake twice.</summary>
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
