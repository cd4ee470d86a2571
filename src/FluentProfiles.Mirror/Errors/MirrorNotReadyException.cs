namespace FluentProfiles;

/// <summary>The exception for a query on a mirror before its first full pass has ended: profiles may be missing. Wait for
/// the pass, or write <c>AllowPartial()</c> to query what there is.</summary>
/// <param name="message">A message that states what is wrong and what to do.</param>
/// <param name="innerException">The cause, or null.</param>
public sealed class MirrorNotReadyException(string message, Exception? innerException = null)
    : MirrorException(message, innerException);
