namespace FluentProfiles;

/// <summary>The exception for a query that limits the age of the mirror's data, on a mirror that is older.</summary>
/// <param name="message">A message that states the age and what to do.</param>
/// <param name="innerException">The cause, or null.</param>
public sealed class MirrorStaleException(string message, Exception? innerException = null)
    : MirrorException(message, innerException)
{
    /// <summary>The start of the last complete full pass, in UTC. Every change before it is in the mirror.</summary>
    public DateTimeOffset AsOf { get; init; }
}
