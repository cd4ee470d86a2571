namespace FluentProfiles.Http.Transport;

/// <summary>A transport of tests, which connects to nothing. What it throws reaches the caller as it is, so that a test chooses the
/// exception.</summary>
internal interface IMemoryTransport : IProfilesTransport;
