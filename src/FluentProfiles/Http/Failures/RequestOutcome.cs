using System.Net;

namespace FluentProfiles.Http.Failures;

/// <summary>The outcome of a failed request.</summary>
internal static class RequestOutcome
{
    /// <summary>Returns true when the service may have carried out the call: the attempt that failed, or an earlier one.</summary>
    public static bool MayHaveEffect(ProfilesException failure) => failure.MayHaveEffect || IsUnknown(failure);

    /// <summary>Returns true when the service may have carried out the request: it was sent, and no answer says that it was rejected.</summary>
    public static bool IsUnknown(ProfilesException failure) =>
        failure switch
        {
            ProfilesConnectionException broken => !broken.IsUnsent,
            ProfilesProtocolException => true,
            ProfilesOverloadedException => false,
            ProfilesApiException refusal => refusal.StatusCode is HttpStatusCode.RequestTimeout
                || (int)refusal.StatusCode >= 500,
            _ => false,
        };
}
