namespace FluentProfiles;

/// <summary>No answer came: the connection was refused or broke, or the transport gave up waiting. The cause is the inner
/// exception.</summary>
/// <param name="message">What happened.</param>
/// <param name="innerException">The cause.</param>
public sealed class ProfilesConnectionException(string message, Exception? innerException = null)
    : ProfilesException(message, innerException);
