using System.Net;

namespace FluentProfiles;

/// <summary>The service is overloaded for now (529).</summary>
public sealed class ProfilesOverloadedException : ProfilesApiException
{
    /// <summary>Makes an exception for a test, with status 529 and the error type <c>overloaded_error</c>. The client makes its
    /// own.</summary>
    /// <param name="message">What the service says.</param>
    public ProfilesOverloadedException(string message)
        : base((HttpStatusCode)529, message) => ErrorType = "overloaded_error";

    internal ProfilesOverloadedException(ApiErrorDetails details)
        : base(details) { }
}
