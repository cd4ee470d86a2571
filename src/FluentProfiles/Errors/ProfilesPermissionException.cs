using System.Net;

namespace FluentProfiles;

/// <summary>The exception that is thrown when the key does not have permission for the request (403).</summary>
public sealed class ProfilesPermissionException : ProfilesApiException
{
    /// <summary>Creates an exception for a test, with status 403 and the error type <c>permission_error</c>. In
    /// production, the client creates it.</summary>
    /// <param name="message">The service's error message.</param>
    public ProfilesPermissionException(string message)
        : base(HttpStatusCode.Forbidden, message) => ErrorType = "permission_error";

    internal ProfilesPermissionException(ApiErrorDetails details)
        : base(details) { }
}
