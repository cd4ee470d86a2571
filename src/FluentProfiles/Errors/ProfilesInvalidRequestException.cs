namespace FluentProfiles;

/// <summary>The service rejects the request as it is (400 and 413).</summary>
public sealed class ProfilesInvalidRequestException : ProfilesApiException
{
    internal ProfilesInvalidRequestException(ApiErrorDetails details)
        : base(details) { }
}
