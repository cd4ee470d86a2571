namespace FluentProfiles;

/// <summary>The service, or a proxy in front of it, answered with a success that can't be read or that contradicts the
/// request.</summary>
/// <remarks>Unreadable answers are HTML, an empty body, malformed JSON, a page without a list of profiles, a cursor that
/// repeats, and more bytes than <see cref="ProfilesClientOptions.MaxPageBytes"/>. A contradiction is another profile than
/// the one asked for, more profiles than the limit, another order by <c>created_at</c>, a page most of which fails the
/// filter, and a status other than 200 for a read. The request is not retried.</remarks>
/// <param name="message">What was wrong with the answer.</param>
/// <param name="innerException">The cause, or null.</param>
public sealed class ProfilesProtocolException(string message, Exception? innerException = null)
    : ProfilesException(message, innerException);
