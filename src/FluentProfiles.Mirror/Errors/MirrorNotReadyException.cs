namespace FluentProfiles;

/// <summary>The exception for a query on a mirror before its first full pass has ended, when profiles may be missing, and for one that
/// needs <see cref="MirrorStatus.MissingMembers"/>. Wait for the pass, or write <c>AllowPartial()</c> to query what is stored.
/// Calls for a reference throw it for the same reasons.</summary>
/// <param name="message">A message that states what is wrong and what to do.</param>
/// <param name="innerException">The cause, or null.</param>
public sealed class MirrorNotReadyException(string message, Exception? innerException = null)
    : MirrorException(message, innerException);
