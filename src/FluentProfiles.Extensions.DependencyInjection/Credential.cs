namespace FluentProfiles.Hosting;

internal static class Credential
{
    /// <summary>Returns true when no key, token or provider is set; empty texts count as missing.</summary>
    public static bool HasNoCredential(this ProfilesClientOptions options) =>
        string.IsNullOrEmpty(options.ApiKey)
        && string.IsNullOrEmpty(options.AuthToken)
        && options.TokenProvider is null;
}
