namespace FluentProfiles;

/// <summary>The client or the query is set up so that no request can succeed: no key, two shapes of profiles, a filter that
/// the chosen shape rejects, a base URL that is none, credentials over plain http, a
/// <see cref="ProfilesClientOptions.TokenProvider"/> that fails. The request was not sent.</summary>
/// <param name="message">What is wrong and what to write instead.</param>
/// <param name="innerException">The cause, where code of the application has thrown it.</param>
public sealed class ProfilesConfigurationException(string message, Exception? innerException = null)
    : ProfilesException(message, innerException);
