using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FluentProfiles.Hosting.Configuration;

/// <summary>Sets what the code of an application overrides, wherever that stands: the clock of the container, and then the sections in
/// the order of their registration.</summary>
internal sealed class SettingsBelowCode(IServiceProvider services, IEnumerable<SectionBinder> sections)
    : IConfigureNamedOptions<ProfilesClientOptions>
{
    /// <summary>Registers it once, before all that configures the options.</summary>
    public static void AddTo(IServiceCollection services)
    {
        var first = services
            .TakeWhile(service => service.ServiceType != typeof(IConfigureOptions<ProfilesClientOptions>))
            .Count();
        var own = ServiceDescriptor.Singleton<IConfigureOptions<ProfilesClientOptions>, SettingsBelowCode>();
        if (first == services.Count || services[first].ImplementationType != own.ImplementationType)
            services.Insert(first, own);
    }

    public void Configure(ProfilesClientOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, ProfilesClientOptions options)
    {
        if (services.GetService<TimeProvider>() is { } clock)
            options.TimeProvider = clock;
        foreach (var section in sections)
            section.Bind(name, options);
    }
}
