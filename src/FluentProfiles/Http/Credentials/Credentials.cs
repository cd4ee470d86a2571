using FluentProfiles.Http.Failures;
using FluentProfiles.Model.Betas;

namespace FluentProfiles.Http;

/// <summary>The key or token of a client. It shows in no message and no <see cref="object.ToString"/>.</summary>
/// <param name="apiKey">The key; null or empty for none.</param>
/// <param name="authToken">The token that counts where there is no key.</param>
/// <param name="provider">Returns the token of each request; null where it does not change.</param>
internal sealed class Credentials(
    string? apiKey,
    string? authToken,
    Func<CancellationToken, ValueTask<string>>? provider
)
{
    private readonly string? fixedValue = NullIfEmpty(apiKey) ?? NullIfEmpty(authToken);

    /// <summary>Removes these credentials, and those that the provider has returned, from texts.</summary>
    public UntrustedText Texts { get; } = TextsWithout(apiKey, authToken);

    /// <summary>True when another call may return another key or token.</summary>
    public bool MayChange => provider is not null;

    /// <exception cref="ProfilesConfigurationException">There is none, it can't stand in a header, or the provider
    /// failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled, or the provider gave up.</exception>
    public async ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        if (provider is null)
            return Checked(fixedValue);
        var token = CheckedOfProvider(await CallProviderAsync(provider, cancellationToken).ConfigureAwait(false));
        Texts.AddSecret(token);
        return token;
    }

    /// <summary>Checks what does not come from a provider.</summary>
    /// <exception cref="ProfilesConfigurationException">There is none, or it can't stand in a header.</exception>
    public void Check()
    {
        if (provider is null)
            Checked(fixedValue);
    }

    private static string Checked(string? value)
    {
        if (string.IsNullOrEmpty(value))
            throw new ProfilesConfigurationException(
                "There is no API key. Set ApiKey, AuthToken or TokenProvider of ProfilesClientOptions; a client made without options takes ANTHROPIC_API_KEY or ANTHROPIC_AUTH_TOKEN from the environment."
            );
        if (!HeaderText.IsToken(value))
            throw new ProfilesConfigurationException(
                "The API key contains invalid characters (perhaps a space or a line break at the end). Copy it again."
            );
        return value;
    }

    private static async ValueTask<string?> CallProviderAsync(
        Func<CancellationToken, ValueTask<string>> provider,
        CancellationToken cancellationToken
    )
    {
        // The provider may block its thread and ignore its cancellation token.
        var asked = Task.Run(() => provider(cancellationToken).AsTask(), CancellationToken.None);
        try
        {
            return await asked.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        // An exception of the library for this client, so that it carries the resume token. The provider may use another client, whose
        // 404 says nothing about the profile of this request.
        catch (Exception cause) when (cause is not OperationCanceledException)
        {
            throw new ProfilesConfigurationException(
                $"TokenProvider of ProfilesClientOptions has thrown {cause.GetType().Name}; it is the inner exception.",
                cause
            );
        }
        finally
        {
            if (!asked.IsCompletedSuccessfully)
                IgnoreFailure(asked);
        }
    }

    private static string CheckedOfProvider(string? token)
    {
        if (string.IsNullOrWhiteSpace(token))
            throw new ProfilesConfigurationException("TokenProvider of ProfilesClientOptions returned no token.");
        if (!HeaderText.IsToken(token))
            throw new ProfilesConfigurationException(
                "TokenProvider of ProfilesClientOptions returned a token that contains invalid characters (perhaps a space or a line break at the end)."
            );
        return token;
    }

    /// <summary>Observes a failure that comes too late, so that it is not reported as an unobserved exception.</summary>
    private static void IgnoreFailure(Task late) =>
        _ = late.ContinueWith(
            static task => task.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );

    private static UntrustedText TextsWithout(string? apiKey, string? authToken)
    {
        UntrustedText texts = new();
        texts.AddSecret(apiKey);
        texts.AddSecret(authToken);
        return texts;
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
