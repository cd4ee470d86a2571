namespace FluentProfiles;

/// <summary>The key or token is missing or wrong (401).</summary>
public sealed class ProfilesAuthenticationException : ProfilesApiException
{
    internal ProfilesAuthenticationException(ApiErrorDetails details)
        : base(details) { }
}
