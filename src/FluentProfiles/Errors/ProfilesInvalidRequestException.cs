using System.Net;

namespace FluentProfiles;

/// <summary>The service rejects the request as it is (400 and 413).</summary>
public sealed class ProfilesInvalidRequestException : ProfilesApiException
{
    /// <summary>Makes an exception for a test, with status 400 and the error type <c>invalid_request_error</c>. The client makes its
    /// own.</summary>
    /// <param name="message">What the service says.</param>
    public ProfilesInvalidRequestException(string message)
        : base(HttpStatusCode.BadRequest, message) => ErrorType = "invalid_request_error";

    internal ProfilesInvalidRequestException(ApiErrorDetails details)
        : base(details) { }
}
