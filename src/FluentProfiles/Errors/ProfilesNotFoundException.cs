namespace FluentProfiles;

/// <summary>There is no such profile (404).</summary>
public sealed class ProfilesNotFoundException : ProfilesApiException
{
    internal ProfilesNotFoundException(ApiErrorDetails details)
        : base(details) { }

    /// <summary>Whether the service itself says so, and not something in between.</summary>
    internal bool IsOfService => ErrorType == "not_found_error";
}
