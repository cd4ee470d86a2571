namespace FluentProfiles;

/// <summary>The exception for a request that names a customer by a reference for which the mirror has no profile, where none is
/// to be created: see <see cref="UserProfileHandler"/>. The request is not sent.</summary>
/// <param name="message">A message that states what is wrong and what to do.</param>
/// <param name="innerException">The cause, or null.</param>
public sealed class ReferenceNotFoundException(string message, Exception? innerException = null)
    : MirrorException(message, innerException);
