using System.Net;

namespace FluentProfiles;

/// <summary>The exception that is thrown when the service rejects the request as invalid (400 and 413).</summary>
public sealed class ProfilesInvalidRequestException : ProfilesApiException
{
    /// <summary>Creates an exception for a test, with status 400 and the error type <c>invalid_request_error</c>. In
    /// production, the client creates it.</summary>
    /// <param name="message">The service's error message.</param>
    public ProfilesInvalidRequestException(string message)
        : base(HttpStatusCode.BadRequest, message) => ErrorType = "invalid_request_error";

    internal ProfilesInvalidRequestException(ApiErrorDetails details)
        : base(details) { }
}
