using System.Net;

namespace FluentProfiles;

/// <summary>Too many requests, or a spend limit is reached (429); <see cref="ProfilesApiException.ErrorCode"/> tells them
/// apart.</summary>
public sealed class ProfilesRateLimitException : ProfilesApiException
{
    /// <summary>Makes an exception for a test, with status 429 and the error type <c>rate_limit_error</c>. The client makes its
    /// own.</summary>
    /// <param name="message">What the service says.</param>
    public ProfilesRateLimitException(string message)
        : base(HttpStatusCode.TooManyRequests, message) => ErrorType = "rate_limit_error";

    internal ProfilesRateLimitException(ApiErrorDetails details)
        : base(details) { }
}
