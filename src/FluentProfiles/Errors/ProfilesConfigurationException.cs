namespace FluentProfiles;

/// <summary>The client or the query is set up so that no request can succeed: no key, two shapes of profiles, a filter that
/// the chosen shape rejects, a base URL that is none, credentials over plain http. Nothing was sent.</summary>
/// <param name="message">What is wrong and what to write instead.</param>
public sealed class ProfilesConfigurationException(string message) : ProfilesException(message);
