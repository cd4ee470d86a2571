using System.Net;

namespace FluentProfiles.Http.Failures;

/// <summary>Tells whether the service may have done what a failed request asked for.</summary>
internal static class Delivery
{
    /// <summary>Whether it may have: the request was on its way, and no answer says that it was refused.</summary>
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
