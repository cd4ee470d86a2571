namespace FluentProfiles;

/// <summary>The exception that is thrown when the mirror's tables are missing, or have a version that this version of the
/// package can't use. The message names the missing migration or the package to update.</summary>
/// <param name="message">A message that states what is wrong and what to do.</param>
/// <param name="innerException">The cause, or null.</param>
public sealed class MirrorSchemaException(string message, Exception? innerException = null)
    : MirrorException(message, innerException);
