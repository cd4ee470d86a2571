using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FluentProfiles.Hosting;

/// <summary>Makes the client of a name.</summary>
internal static class HostedClient
{
    private const string Category = "FluentProfiles.ProfilesClient";

    public static ProfilesClient Create(IServiceProvider services, string name)
    {
        var logger = services
            .GetRequiredService<ILoggerFactory>()
            .CreateLogger(name.Length == 0 ? Category : $"{Category}.{name}");
        WatchedLog log = new(logger);
        // A separate object, because the monitor's is shared and read again for each request.
        var options = services.GetRequiredService<IOptionsFactory<ProfilesClientOptions>>().Create(name);
        CurrentOptions<ProfilesClientOptions> current = new(services, name, it => it.TimeProvider, log.ReloadRefused);
        options.TokenProvider = new CurrentCredentials(current).GetAsync;
        // The other observers receive an event if it throws.
        options.Observer += new EventLog(logger).Write;
        options.Transport ??= new FactoryTransport(services.GetRequiredService<IHttpClientFactory>(), name);
        ProfilesClient client = new(options);
        log.ClientCreated(new Uri(options.BaseUrl).GetLeftPart(UriPartial.Path), options.BaseUrlSource);
        return client;
    }
}
