using System.Net;

namespace FluentProfiles;

/// <summary>The exception that is thrown when there are too many requests or a spend limit is reached (429).
/// <see cref="ProfilesApiException.ErrorCode"/> distinguishes the two.</summary>
public sealed class ProfilesRateLimitException : ProfilesApiException
{
    /// <summary>Creates an exception for a test, with status 429 and the error type <c>rate_limit_error</c>. In
    /// production, the client creates it.</summary>
    /// <param name="message">The service's error message.</param>
    public ProfilesRateLimitException(string message)
        : base(HttpStatusCode.TooManyRequests, message) => ErrorType = "rate_limit_error";

    internal ProfilesRateLimitException(ApiErrorDetails details)
        : base(details) { }
}
