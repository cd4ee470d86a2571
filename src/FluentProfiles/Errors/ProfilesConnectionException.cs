namespace FluentProfiles;

/// <summary>The exception that is thrown when the service does not respond. The connection was refused or broke, the
/// body was truncated, an attempt timed out, or a layer below the client (a resilience handler, a transport) threw. If
/// a retry was safe and useful, <see cref="ProfilesClientOptions.MaxRetries"/> or
/// <see cref="ProfilesClientOptions.TotalTimeout"/> allows no further attempt. The message states the cause, the
/// address, the proxy if one is known, the number of attempts and their total time. The exception of the last attempt
/// is the inner exception.</summary>
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
