namespace FluentProfiles;

/// <summary>The exception that is thrown when the configuration of the client or the query prevents every request.
/// Examples are a missing key, two shapes of profiles, a filter that the chosen shape rejects, an invalid base URL,
/// credentials over plain http, and a <see cref="ProfilesClientOptions.TokenProvider"/> that fails. The request was not
/// sent.</summary>
/// <param name="message">A message that states what is wrong and how to correct it.</param>
/// <param name="innerException">The cause, if the application's code threw an exception.</param>
public sealed class ProfilesConfigurationException(string message, Exception? innerException = null)
    : ProfilesException(message, innerException)
{
    /// <summary>True when it concerns a member of the one profile that was to be written, so that others can be
    /// written.</summary>
    internal bool IsOfProfile { get; init; }
}
