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
        // A separate object, because the monitor's is shared and read again for each request.
        var options = services.GetRequiredService<IOptionsFactory<ProfilesClientOptions>>().Create(name);
        options.TokenProvider = new CurrentCredentials(
            services.GetRequiredService<IOptionsMonitor<ProfilesClientOptions>>(),
            name,
            logger
        ).GetAsync;
        options.Observer += new EventLog(logger).Write;
        options.Transport ??= new FactoryTransport(services.GetRequiredService<IHttpClientFactory>(), name);
        ProfilesClient client = new(options);
        LogAddress(logger, options);
        return client;
    }

    private static void LogAddress(ILogger logger, ProfilesClientOptions options) =>
        SafeLog.Write(() =>
            logger.ClientCreated(new Uri(options.BaseUrl).GetLeftPart(UriPartial.Path), options.BaseUrlSource)
        );
}
