namespace FluentProfiles.Hosting;

/// <summary>Reads the key or token from the current options, for each request.</summary>
internal sealed class CurrentCredentials(CurrentOptions<ProfilesClientOptions> current)
{
    public ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        var options = current.Get();
        return options.TokenProvider is { } provider
            ? provider(cancellationToken)
            : new(string.IsNullOrEmpty(options.ApiKey) ? options.AuthToken ?? "" : options.ApiKey);
    }
}
