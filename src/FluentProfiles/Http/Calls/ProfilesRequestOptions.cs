namespace FluentProfiles;

/// <summary>What a transport, or a handler of an <see cref="HttpClient"/>, can tell the client by the options of a
/// request.</summary>
public static class ProfilesRequestOptions
{
    /// <summary>Set to true by who has sent a request more than once: whatever has become of it, the client does not repeat it
    /// on top, so that retries are not multiplied.</summary>
    public static HttpRequestOptionsKey<bool> HasBeenRepeated { get; } = new("FluentProfiles.HasBeenRepeated");

    /// <summary>Set to true by the client on a request that would do its work twice if it were sent twice: a create. Whoever
    /// repeats requests leaves it alone, unless the answer proves that nothing was done.</summary>
    public static HttpRequestOptionsKey<bool> MustNotBeRepeated { get; } = new("FluentProfiles.MustNotBeRepeated");
}
