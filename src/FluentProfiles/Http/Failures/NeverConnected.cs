namespace FluentProfiles.Http.Failures;

/// <summary>Tells failures that happen before a request can be sent. Every retry of a create depends on this list.</summary>
internal static class NeverConnected
{
    /// <summary>Returns true when there was no connection that could carry the request.</summary>
    public static bool Is(HttpRequestError error) =>
        error
            is HttpRequestError.NameResolutionError
                or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError;
}
