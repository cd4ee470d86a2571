namespace FluentProfiles;

/// <summary>Request options that a transport, or a handler of an <see cref="HttpClient"/>, and the client use to
/// coordinate retries.</summary>
public static class ProfilesRequestOptions
{
    /// <summary>Set this option to true in a transport or handler that has sent a request more than once. The client
    /// then does not retry the request, whatever its outcome, so that retries are not multiplied.</summary>
    public static HttpRequestOptionsKey<bool> HasBeenRepeated { get; } = new("FluentProfiles.HasBeenRepeated");

    /// <summary>The client sets this option to true on a request that must not take effect twice: a create. A handler
    /// that retries requests must not retry it, unless the response proves that the request had no effect.</summary>
    public static HttpRequestOptionsKey<bool> MustNotBeRepeated { get; } = new("FluentProfiles.MustNotBeRepeated");
}
