namespace FluentProfiles;

/// <summary>The exception that is thrown when the mirror's database fails: it can't be reached or opened, is locked, full,
/// read-only or damaged. The exception of the provider is the <see cref="Exception.InnerException"/>.</summary>
/// <param name="message">A message that states what is wrong and what to do.</param>
/// <param name="innerException">The cause, or null.</param>
public sealed class MirrorDatabaseException(string message, Exception? innerException = null)
    : MirrorException(message, innerException);
