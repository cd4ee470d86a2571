using System.Net;

namespace FluentProfiles;

/// <summary>The exception that is thrown when the account can't be billed (402).</summary>
public sealed class ProfilesBillingException : ProfilesApiException
{
    /// <summary>Creates an exception for a test, with status 402 and the error type <c>billing_error</c>. In
    /// production, the client creates it.</summary>
    /// <param name="message">The service's error message.</param>
    public ProfilesBillingException(string message)
        : base(HttpStatusCode.PaymentRequired, message) => ErrorType = "billing_error";

    internal ProfilesBillingException(ApiErrorDetails details)
        : base(details) { }
}
