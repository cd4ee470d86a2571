namespace FluentProfiles;

/// <summary>The exception that is thrown when a successful response of the service, or of a proxy in front of it, can't
/// be read or contradicts the request.</summary>
/// <remarks>Unreadable responses are HTML, an empty body, malformed JSON, a page without a list of profiles, a cursor
/// that repeats, and more bytes than <see cref="ProfilesClientOptions.MaxPageBytes"/>. Contradictions are a different
/// profile than the requested one, more profiles than the limit, another order by <c>created_at</c>, a page on which
/// most profiles do not match the filter, and a status other than 200 for a read. The request is not retried.</remarks>
/// <param name="message">A message that states what is wrong with the response.</param>
/// <param name="innerException">The cause, or null.</param>
public sealed class ProfilesProtocolException(string message, Exception? innerException = null)
    : ProfilesException(message, innerException);
