namespace FluentProfiles;

/// <summary>The exception that is thrown when a pass ends because its process lost the lease: it was suspended, or could not reach
/// the database for too long. What the pass wrote before is kept. The next pass resumes it, also in another process.</summary>
/// <param name="message">A message that states what is wrong and what to do.</param>
/// <param name="innerException">The cause, or null.</param>
public sealed class MirrorLeaseLostException(string message, Exception? innerException = null)
    : MirrorException(message, innerException);
