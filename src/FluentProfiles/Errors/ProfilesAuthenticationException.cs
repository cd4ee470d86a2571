using System.Net;

namespace FluentProfiles;

/// <summary>The key or token is missing or wrong (401).</summary>
public sealed class ProfilesAuthenticationException : ProfilesApiException
{
    /// <summary>Makes an exception for a test, with status 401 and the error type <c>authentication_error</c>. The client makes its
    /// own.</summary>
    /// <param name="message">What the service says.</param>
    public ProfilesAuthenticationException(string message)
        : base(HttpStatusCode.Unauthorized, message) => ErrorType = "authentication_error";

    internal ProfilesAuthenticationException(ApiErrorDetails details)
        : base(details) { }
}
