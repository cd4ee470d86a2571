using FluentProfiles.Hosting;
using Microsoft.Extensions.Logging;

namespace FluentProfiles.AspNetCore.Receiving;

/// <summary>Keeps the verifier of the current options and secrets. Invalid ones that replace valid ones are refused.
/// Thread-safe.</summary>
internal sealed class CurrentVerifier(CurrentOptions<ProfileWebhooksOptions> current, ILogger log)
{
    private VerifierInForce? inForce;
    private string? refused;

    /// <exception cref="ProfilesConfigurationException">The options have no valid secret.</exception>
    public void ThrowIfNone()
    {
        var options = current.Get();
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
    /// <exception cref="Exception">The provider of the secrets has failed: it says nothing of its secrets, and those in force
    /// may have been withdrawn. Or there is no verifier so far, and the secrets are invalid.</exception>
    public async ValueTask<VerifierInForce> GetAsync(CancellationToken cancellationToken)
    {
        var options = current.Get();
        var secrets = options.SecretsProvider is { } provider
            ? await provider(cancellationToken).ConfigureAwait(false)
                ?? throw new InvalidOperationException("The provider of the webhook secrets has returned null.")
            : [.. options.Secrets];
        if (inForce is { } known && known.IsOf(options, secrets))
            return known;
        try
        {
            var next = VerifierInForce.Of(options, [.. secrets]);
            (inForce, refused) = (next, null);
            return next;
        }
        catch (ArgumentException failure) when (inForce is not null)
        {
            if (Interlocked.Exchange(ref refused, failure.Message) != failure.Message)
                log.SecretsRefused(failure.Message);
            return inForce;
        }
    }
}
