namespace FluentProfiles;

/// <summary>The service, or something between it and the application, answered a success that is no answer: HTML, an empty
/// body, malformed JSON, a page without profiles' list, a cursor that repeats, more bytes than
/// <see cref="ProfilesClientOptions.MaxPageBytes"/>.</summary>
/// <param name="message">What was wrong with the answer.</param>
/// <param name="innerException">The cause, or null.</param>
public sealed class ProfilesProtocolException(string message, Exception? innerException = null)
    : ProfilesException(message, innerException);
