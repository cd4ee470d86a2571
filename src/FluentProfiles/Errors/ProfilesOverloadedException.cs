namespace FluentProfiles;

/// <summary>The service is overloaded for now (529).</summary>
public sealed class ProfilesOverloadedException : ProfilesApiException
{
    internal ProfilesOverloadedException(ApiErrorDetails details)
        : base(details) { }
}
