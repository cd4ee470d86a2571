namespace FluentProfiles;

/// <summary>The exception that is thrown when a query runs before the first full pass of the mirror is complete, so that profiles may
/// be missing, or when it needs one of the <see cref="MirrorStatus.MissingMembers"/>. Wait for the pass, or write
/// <c>AllowPartial()</c> to query what is stored. Calls for a reference throw it for the same reasons.</summary>
/// <param name="message">A message that states what is wrong and what to do.</param>
/// <param name="innerException">The cause, or null.</param>
public sealed class MirrorNotReadyException(string message, Exception? innerException = null)
    : MirrorException(message, innerException);
