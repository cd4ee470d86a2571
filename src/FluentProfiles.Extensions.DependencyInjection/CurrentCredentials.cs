using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FluentProfiles.Hosting;

/// <summary>The key or token as the options have it now, for each request.</summary>
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

    /// <summary>A mistake in a reload must not stop what runs: until it is mended, the options before it hold.</summary>
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
                Log(failure);
            return latest;
        }
    }

    private void Log(OptionsValidationException failure)
    {
        try
        {
            logger.ReloadRefused(failure.Message);
        }
        catch (Exception)
        {
            // A log that fails must not stop the request.
        }
    }
}
