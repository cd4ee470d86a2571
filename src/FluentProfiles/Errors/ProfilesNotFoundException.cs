using System.Net;

namespace FluentProfiles;

/// <summary>The answer has status 404. There is no such profile if <see cref="ProfilesApiException.ErrorType"/> is
/// <c>not_found_error</c>. If it is null, the body was not the service's own: a proxy may have sent it, or
/// <see cref="ProfilesClientOptions.BaseUrl"/> is wrong. The message names the address.</summary>
public sealed class ProfilesNotFoundException : ProfilesApiException
{
    private const string ErrorTypeOfService = "not_found_error";

    private readonly bool isOfService;

    /// <summary>Makes an exception for a test, with status 404 and the error type <c>not_found_error</c>. The client makes its
    /// own.</summary>
    /// <param name="message">What the service says.</param>
    public ProfilesNotFoundException(string message)
        : base(HttpStatusCode.NotFound, message) => (ErrorType, isOfService) = (ErrorTypeOfService, true);

    internal ProfilesNotFoundException(ApiErrorDetails details)
        : base(details) => isOfService = details.IsOfService;

    /// <summary>True when the service itself reports that there is no such profile.</summary>
    internal bool IsOfService => isOfService && ErrorType == ErrorTypeOfService;

    /// <summary>True when an earlier attempt of the same call may have been carried out, so that a delete may have deleted the
    /// profile itself.</summary>
    internal bool MayBeDeleted { get; set; }
}
