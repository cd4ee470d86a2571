namespace FluentProfiles;

/// <summary>The account can't be billed (402).</summary>
public sealed class ProfilesBillingException : ProfilesApiException
{
    internal ProfilesBillingException(ApiErrorDetails details)
        : base(details) { }
}
