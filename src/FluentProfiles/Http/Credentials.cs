using FluentProfiles.Betas;

namespace FluentProfiles.Http;

/// <summary>The key or token of a client. It shows in no message and no <see cref="object.ToString"/>.</summary>
internal sealed class Credentials(ProfilesClientOptions options)
{
    private readonly string? fixedValue = NullIfEmpty(options.ApiKey) ?? NullIfEmpty(options.AuthToken);
    private readonly Func<CancellationToken, ValueTask<string>>? provider = options.TokenProvider;

    /// <exception cref="ProfilesConfigurationException">There is none, it can't stand in a header, or the provider
    /// failed.</exception>
    /// <exception cref="ProfilesConnectionException">The provider gave up, or the time is up.</exception>
    public async ValueTask<string> GetAsync(CancellationToken cancellationToken, CancellationToken caller) =>
        provider is null
            ? Checked(fixedValue)
            : Checked(await AskAsync(provider, cancellationToken, caller).ConfigureAwait(false));

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
                "The API key has characters that no key has (a space or a line break, perhaps at its end). Copy it anew."
            );
        return value;
    }

    /// <summary>A text from outside without the key, should it quote it.</summary>
    public static string Remove(string key, string text) =>
        // A few characters are no key; to take them out would only spoil the text.
        key.Length < 8
            ? text
            : text.Replace(key, "…", StringComparison.OrdinalIgnoreCase);

    private static async ValueTask<string> AskAsync(
        Func<CancellationToken, ValueTask<string>> provider,
        CancellationToken cancellationToken,
        CancellationToken caller
    )
    {
        try
        {
            return await provider(cancellationToken).ConfigureAwait(false) is { Length: > 0 } token
                ? token
                : throw new ProfilesConfigurationException("TokenProvider of ProfilesClientOptions gave no token.");
        }
        catch (OperationCanceledException cause)
        {
            caller.ThrowIfCancellationRequested();
            throw new ProfilesConnectionException("TokenProvider gave up waiting for a token.", cause)
            {
                IsUnsent = true,
            };
        }
        // Of ours, so that it carries the way to resume.
        catch (Exception cause) when (cause is not ProfilesException)
        {
            throw new ProfilesConfigurationException(
                $"TokenProvider of ProfilesClientOptions has thrown {cause.GetType().Name}; it is the inner exception.",
                cause
            );
        }
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
