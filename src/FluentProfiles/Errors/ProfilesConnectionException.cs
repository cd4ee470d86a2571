namespace FluentProfiles;

/// <summary>No answer came, and <see cref="ProfilesClientOptions.MaxRetries"/> or
/// <see cref="ProfilesClientOptions.TotalTimeout"/> allows no further attempt: the connection was refused or broke, the body
/// was cut off, or an attempt took too long. The cause of the last attempt is the inner exception.</summary>
/// <param name="message">What happened.</param>
/// <param name="innerException">The cause.</param>
public sealed class ProfilesConnectionException(string message, Exception? innerException = null)
    : ProfilesException(message, innerException)
{
    /// <summary>Whether the last attempt certainly did not reach the service.</summary>
    internal bool IsUnsent { get; init; }
}
