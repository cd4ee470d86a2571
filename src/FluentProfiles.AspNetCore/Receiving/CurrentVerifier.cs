using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FluentProfiles.AspNetCore.Receiving;

/// <summary>Keeps the verifier of the current options and secrets. Invalid ones that replace valid ones are refused.
/// Thread-safe.</summary>
internal sealed class CurrentVerifier(IOptionsMonitor<ProfileWebhooksOptions> monitor, ILogger log)
{
    private VerifierInForce? inForce;
    private string? refused;

    /// <exception cref="ProfilesConfigurationException">The options have no valid secret.</exception>
    public void ThrowIfNone()
    {
        var options = monitor.CurrentValue;
        if (options.SecretsProvider is not null)
            return;
        try
        {
            inForce = VerifierInForce.Of(options, [.. options.Secrets]);
        }
        catch (ArgumentException cause)
        {
            throw new ProfilesConfigurationException(
                "The webhook endpoint needs the signing secret that the service shows, whsec_…. Set it with "
                    + $"services.AddProfileWebhooks(options => options.Secrets.Add(secret)). {cause.Message}"
            );
        }
    }

    /// <summary>The verifier for a message that arrives now.</summary>
    /// <exception cref="Exception">There is none so far: the provider of the secrets has failed, or they are
    /// invalid.</exception>
    public async ValueTask<VerifierInForce> GetAsync(CancellationToken cancellationToken)
    {
        try
        {
            var options = monitor.CurrentValue;
            var secrets = options.SecretsProvider is { } provider
                ? await ProvidedAsync(provider, cancellationToken).ConfigureAwait(false)
                : [.. options.Secrets];
            if (inForce is { } known && known.IsOf(options, secrets))
                return known;
            var next = VerifierInForce.Of(options, [.. secrets]);
            (inForce, refused) = (next, null);
            return next;
        }
        catch (Exception failure)
            when (inForce is not null && failure is ArgumentException or OptionsValidationException)
        {
            if (Interlocked.Exchange(ref refused, failure.Message) != failure.Message)
                log.SecretsRefused(failure.Message);
            return inForce;
        }
    }

    // Whatever a provider throws, it says nothing of its secrets: those in force may have been withdrawn.
    private static async ValueTask<IReadOnlyList<string>> ProvidedAsync(
        Func<CancellationToken, ValueTask<IReadOnlyList<string>>> provider,
        CancellationToken cancellationToken
    )
    {
        try
        {
            if (await provider(cancellationToken).ConfigureAwait(false) is { } secrets)
                return secrets;
        }
        catch (Exception cause) when (cause is ArgumentException or OptionsValidationException)
        {
            throw new InvalidOperationException("The provider of the webhook secrets has failed.", cause);
        }
        throw new InvalidOperationException("The provider of the webhook secrets has returned null.");
    }
}
