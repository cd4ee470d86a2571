namespace FluentProfiles;

/// <summary>Too many requests, or a spend limit is reached (429); <see cref="ProfilesApiException.ErrorCode"/> tells them
/// apart.</summary>
public sealed class ProfilesRateLimitException : ProfilesApiException
{
    internal ProfilesRateLimitException(ApiErrorDetails details)
        : base(details) { }
}
