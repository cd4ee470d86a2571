using System.Net;

namespace FluentProfiles;

/// <summary>The account can't be billed (402).</summary>
public sealed class ProfilesBillingException : ProfilesApiException
{
    /// <summary>Makes an exception for a test, with status 402 and the error type <c>billing_error</c>. The client makes its
    /// own.</summary>
    /// <param name="message">What the service says.</param>
    public ProfilesBillingException(string message)
        : base(HttpStatusCode.PaymentRequired, message) => ErrorType = "billing_error";

    internal ProfilesBillingException(ApiErrorDetails details)
        : base(details) { }
}
