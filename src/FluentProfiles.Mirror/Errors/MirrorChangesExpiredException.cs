namespace FluentProfiles;

/// <summary>The exception that is thrown when changes after a token are missing: they are older than
/// <see cref="ProfileMirrorOptions.KeepChanges"/>, or the mirror was reset, rebuilt, or restored from a backup. Take a new
/// baseline: call <see cref="ProfileMirror.GetChangesTokenAsync"/>, then read all profiles with
/// <see cref="ProfileMirror.Query"/>, and continue with that token.</summary>
/// <param name="message">A message that states what is wrong and what to do.</param>
/// <param name="innerException">The cause, or null.</param>
public sealed class MirrorChangesExpiredException(string message, Exception? innerException = null)
    : MirrorException(message, innerException);
