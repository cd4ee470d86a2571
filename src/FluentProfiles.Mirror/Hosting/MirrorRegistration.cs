using Microsoft.Extensions.DependencyInjection;

namespace FluentProfiles.Mirror.Hosting;

/// <summary>The mirror of a container, which has one.</summary>
/// <param name="Context">The context that has its tables.</param>
internal sealed record MirrorRegistration(Type Context)
{
    /// <summary>Notes the registration in the container.</summary>
    /// <returns>False where the same one is noted already.</returns>
    /// <exception cref="ProfilesConfigurationException">The container has a mirror in another context.</exception>
    public bool AddTo(IServiceCollection services)
    {
        var known = services.FirstOrDefault(service => service.ServiceType == typeof(MirrorRegistration));
        if (known is null)
        {
            services.AddSingleton(this);
            return true;
        }
        return known.ImplementationInstance is MirrorRegistration { Context: var other } && other != Context
            ? throw new ProfilesConfigurationException(
                $"AddProfileMirror<{Context.Name}>() would register a second mirror. The container already has one in {other.Name}, and supports only one. "
                    + "Use one context in both calls, or open the other mirror with ProfileMirror.OpenAsync."
            )
            : false;
    }
}
