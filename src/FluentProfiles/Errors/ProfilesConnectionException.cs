namespace FluentProfiles;

/// <summary>The service did not answer: the connection was refused or broke, the body was cut off, an attempt timed out, or
/// something beneath the client (a resilience handler, a transport) threw. Where a retry was safe and could help,
/// <see cref="ProfilesClientOptions.MaxRetries"/> or <see cref="ProfilesClientOptions.TotalTimeout"/> allows no further
/// attempt. The message states the cause, the address, the proxy if one is known, the number of attempts and the time they
/// took. The exception of the last attempt is the inner exception.</summary>
/// <param name="message">The message.</param>
/// <param name="innerException">The cause.</param>
public sealed class ProfilesConnectionException(string message, Exception? innerException = null)
    : ProfilesException(message, innerException)
{
    /// <summary>True when the last attempt certainly did not reach the service.</summary>
    internal bool IsUnsent { get; set; }

    /// <summary>True when another attempt would fail in the same way.</summary>
    internal bool IsLasting { get; init; }
}
