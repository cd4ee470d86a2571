using System.Net;

namespace FluentProfiles;

/// <summary>The exception that is thrown when the key or token is missing or invalid (401).</summary>
public sealed class ProfilesAuthenticationException : ProfilesApiException
{
    /// <summary>Creates an exception for a test, with status 401 and the error type <c>authentication_error</c>. In
    /// production, the client creates it.</summary>
    /// <param name="message">The service's error message.</param>
    public ProfilesAuthenticationException(string message)
        : base(HttpStatusCode.Unauthorized, message) => ErrorType = "authentication_error";

    internal ProfilesAuthenticationException(ApiErrorDetails details)
        : base(details) { }
}
