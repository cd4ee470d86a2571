using FluentProfiles;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Configures webhook endpoints.</summary>
public static class ProfileWebhooksServiceCollectionExtensions
{
    /// <summary>Configures the endpoints that <c>MapProfileWebhooks</c> maps. Several calls add up.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">Sets the options; null to set them with the returned builder, for example from a
    /// configuration: <c>AddProfileWebhooks().BindConfiguration("Webhooks")</c>.</param>
    /// <returns>The builder of the options.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static OptionsBuilder<ProfileWebhooksOptions> AddProfileWebhooks(
        this IServiceCollection services,
        Action<ProfileWebhooksOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<ProfileWebhooksOptions>();
        return configure is null ? options : options.Configure(configure);
    }
}
