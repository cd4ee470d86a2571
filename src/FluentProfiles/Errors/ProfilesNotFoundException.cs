namespace FluentProfiles;

/// <summary>The answer has status 404. There is no such profile if <see cref="ProfilesApiException.ErrorType"/> is
/// <c>not_found_error</c>. If it is null, the body was not the service's own: a proxy may have sent it, or
/// <see cref="ProfilesClientOptions.BaseUrl"/> is wrong. The message names the address.</summary>
public sealed class ProfilesNotFoundException : ProfilesApiException
{
    internal ProfilesNotFoundException(ApiErrorDetails details)
        : base(details) => IsOfService = details.IsOfService && details.ErrorType == "not_found_error";

    /// <summary>True when the service itself reports that there is no such profile.</summary>
    internal bool IsOfService { get; }

    /// <summary>True when an earlier attempt of the same call may have been carried out, so that a delete may have deleted the
    /// profile itself.</summary>
    internal bool MayBeDeleted { get; set; }
}
