using FluentProfiles;
using FluentProfiles.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Configures a client that <see cref="FluentProfilesServiceCollectionExtensions"/> registers.</summary>
public static class FluentProfilesHttpClientBuilderExtensions
{
    /// <summary>Sets options of the client with services from the container, such as a vault, a shared rate limiter or a
    /// transport.</summary>
    /// <param name="builder">The builder that <c>AddFluentProfiles</c> returned.</param>
    /// <param name="configure">Sets the options, after those that <c>AddFluentProfiles</c> was given. It runs again at each
    /// reload.</param>
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
}
