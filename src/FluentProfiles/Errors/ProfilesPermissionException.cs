namespace FluentProfiles;

/// <summary>The key may not do this (403).</summary>
public sealed class ProfilesPermissionException : ProfilesApiException
{
    internal ProfilesPermissionException(ApiErrorDetails details)
        : base(details) { }
}
