using System.Net;

namespace FluentProfiles;

/// <summary>The exception that is thrown when the service is temporarily overloaded (529).</summary>
public sealed class ProfilesOverloadedException : ProfilesApiException
{
    /// <summary>Creates an exception for a test, with status 529 and the error type <c>overloaded_error</c>. In
    /// production, the client creates it.</summary>
    /// <param name="message">The service's error message.</param>
    public ProfilesOverloadedException(string message)
        : base((HttpStatusCode)529, message) => ErrorType = "overloaded_error";

    internal ProfilesOverloadedException(ApiErrorDetails details)
        : base(details) { }
}
