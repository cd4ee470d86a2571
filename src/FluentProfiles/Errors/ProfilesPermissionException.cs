using System.Net;

namespace FluentProfiles;

/// <summary>The key may not do this (403).</summary>
public sealed class ProfilesPermissionException : ProfilesApiException
{
    /// <summary>Makes an exception for a test, with status 403 and the error type <c>permission_error</c>. The client makes its
    /// own.</summary>
    /// <param name="message">What the service says.</param>
    public ProfilesPermissionException(string message)
        : base(HttpStatusCode.Forbidden, message) => ErrorType = "permission_error";

    internal ProfilesPermissionException(ApiErrorDetails details)
        : base(details) { }
}
