using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FluentProfiles.Hosting;

/// <summary>Reads the key or token from the current options, for each request.</summary>
internal sealed class CurrentCredentials(IOptionsMonitor<ProfilesClientOptions> monitor, string name, ILogger logger)
{
    private ProfilesClientOptions latest = monitor.Get(name);
    private OptionsValidationException? refused;

    public ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        var options = Current();
        return options.TokenProvider is { } provider
            ? provider(cancellationToken)
            : new(string.IsNullOrEmpty(options.ApiKey) ? options.AuthToken ?? "" : options.ApiKey);
    }

    /// <summary>Returns the current options. While a reload has invalid options, the previous ones apply.</summary>
    private ProfilesClientOptions Current()
    {
        try
        {
            return latest = monitor.Get(name);
        }
        catch (OptionsValidationException failure)
        {
            // The monitor throws the same object until the next reload.
            if (Interlocked.Exchange(ref refused, failure) != failure)
                SafeLog.Write(() => logger.ReloadRefused(failure.Message));
            return latest;
        }
    }
}
