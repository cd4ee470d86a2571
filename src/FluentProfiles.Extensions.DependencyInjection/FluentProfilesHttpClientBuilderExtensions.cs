using FluentProfiles;
using FluentProfiles.Hosting;
using Microsoft.AspNetCore.DataProtection;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Configures a client that <see cref="FluentProfilesServiceCollectionExtensions"/> registers.</summary>
public static class FluentProfilesHttpClientBuilderExtensions
{
    /// <summary>Sets options of the client with services from the container, such as a secret store, a shared rate
    /// limiter or a transport.</summary>
    /// <param name="builder">The builder that <c>AddFluentProfiles</c> returned.</param>
    /// <param name="configure">Sets the options, after the configuration that was passed to <c>AddFluentProfiles</c>.
    /// It runs again at each reload.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">The builder belongs to another HTTP client.</exception>
    public static IHttpClientBuilder ConfigureProfilesClient(
        this IHttpClientBuilder builder,
        Action<IServiceProvider, ProfilesClientOptions> configure
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        var name =
            FactoryTransport.OptionsName(builder.Name)
            ?? throw new ArgumentException(
                $"The HTTP client '{builder.Name}' was not registered by AddFluentProfiles. Call this on the builder that AddFluentProfiles returns.",
                nameof(builder)
            );
        builder
            .Services.AddOptions<ProfilesClientOptions>(name)
            .Configure<IServiceProvider>((options, services) => configure(services, options));
        return builder;
    }

    /// <summary>Encrypts and signs the resume tokens of the client with ASP.NET Core Data Protection. A token is valid
    /// only for the query that created it. A token that was modified, belongs to another query or has expired causes an
    /// <see cref="ArgumentException"/>.</summary>
    /// <remarks>The container needs an <see cref="IDataProtectionProvider"/>: call <c>services.AddDataProtection()</c>.
    /// Every instance of the application that resumes a token needs the same key ring and the same application name.
    /// Tokens that were created without this protection are rejected.</remarks>
    /// <param name="builder">The builder that <c>AddFluentProfiles</c> returned.</param>
    /// <param name="lifetime">The time for which a token is valid after its creation, by the client's
    /// <see cref="TimeProvider"/>. Null (the default) for as long as the key ring contains its key.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">The builder belongs to another HTTP client.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lifetime"/> is zero or negative.</exception>
    public static IHttpClientBuilder UseDataProtection(this IHttpClientBuilder builder, TimeSpan? lifetime = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (lifetime is { } limit)
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(limit, TimeSpan.Zero, nameof(lifetime));
        return builder.ConfigureProfilesClient(
            (services, options) =>
                options.TokenProtector = new DataProtectionTokens(
                    services.GetService<IDataProtectionProvider>()
                        ?? throw new ProfilesConfigurationException(
                            "UseDataProtection needs an IDataProtectionProvider in the container. Register it with services.AddDataProtection()."
                        ),
                    lifetime,
                    () => options.TimeProvider
                )
        );
    }
}
