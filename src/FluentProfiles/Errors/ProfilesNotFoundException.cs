namespace FluentProfiles;

/// <summary>There is no such profile (404).</summary>
public sealed class ProfilesNotFoundException : ProfilesApiException
{
    internal ProfilesNotFoundException(ApiErrorDetails details)
        : base(details) { }
}
