namespace FluentProfiles;

/// <summary>The exception that is thrown when the mirror's data is older than a query allows.</summary>
/// <param name="message">A message that states the age and what to do.</param>
/// <param name="innerException">The cause, or null.</param>
public sealed class MirrorStaleException(string message, Exception? innerException = null)
    : MirrorException(message, innerException)
{
    /// <summary>The start of the last complete full pass, in UTC. Every change before it is in the mirror.</summary>
    public DateTimeOffset AsOf { get; init; }
}
