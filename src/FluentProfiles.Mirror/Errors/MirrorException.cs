namespace FluentProfiles;

/// <summary>The base class of the exceptions that concern the state of a mirror and its database.</summary>
/// <param name="message">A message that states what is wrong and what to do.</param>
/// <param name="innerException">The cause, or null.</param>
public class MirrorException(string message, Exception? innerException = null)
    : ProfilesException(message, innerException);
