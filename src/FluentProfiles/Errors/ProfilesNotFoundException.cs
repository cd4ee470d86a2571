using System.Net;

namespace FluentProfiles;

/// <summary>The exception that is thrown for a response with status 404. If
/// <see cref="ProfilesApiException.ErrorType"/> is <c>not_found_error</c>, the profile does not exist. If it is null,
/// the body was not written by the service: a proxy may have sent it, or <see cref="ProfilesClientOptions.BaseUrl"/> is
/// wrong. The message states the address.</summary>
public sealed class ProfilesNotFoundException : ProfilesApiException
{
    private const string ErrorTypeOfService = "not_found_error";

    private readonly bool isOfService;

    /// <summary>Creates an exception for a test, with status 404 and the error type <c>not_found_error</c>. In
    /// production, the client creates it.</summary>
    /// <param name="message">The service's error message.</param>
    public ProfilesNotFoundException(string message)
        : base(HttpStatusCode.NotFound, message) => (ErrorType, isOfService) = (ErrorTypeOfService, true);

    internal ProfilesNotFoundException(ApiErrorDetails details)
        : base(details) => isOfService = details.IsOfService;

    /// <summary>True when the service itself reports that there is no such profile.</summary>
    internal bool IsOfService => isOfService && ErrorType == ErrorTypeOfService;
}
