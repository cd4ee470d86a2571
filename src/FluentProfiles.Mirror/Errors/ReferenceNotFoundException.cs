namespace FluentProfiles;

/// <summary>The exception that is thrown when a request names a reference without a profile, and no <c>create</c> function was
/// passed to the <see cref="UserProfileHandler"/>. The request is not sent.</summary>
/// <param name="message">A message that states what is wrong and what to do.</param>
/// <param name="innerException">The cause, or null.</param>
public sealed class ReferenceNotFoundException(string message, Exception? innerException = null)
    : MirrorException(message, innerException);
