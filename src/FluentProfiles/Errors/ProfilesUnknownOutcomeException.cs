namespace FluentProfiles;

/// <summary>The exception that is thrown when it is unknown whether a profile was created. The request was sent, but no
/// response states its outcome: the connection broke, the attempt timed out, the service failed internally, or the
/// response can't be read. The request is not retried, because a retry could create a second profile. Before you try
/// again, search for the profile by its reference or its metadata. The failure is the inner exception.</summary>
/// <remarks>Only a create throws this exception. An update or a delete has the same effect when it is sent twice. So it
/// is retried, and it throws the original failure.</remarks>
public sealed class ProfilesUnknownOutcomeException : ProfilesException
{
    /// <summary>Creates an exception for a test. In production, the client creates it.</summary>
    /// <param name="innerException">The failure, which does not state whether the profile was created. Its request id
    /// and its tag are copied to this exception.</param>
    public ProfilesUnknownOutcomeException(ProfilesException innerException)
        : base(
            "The profile may or may not have been created, because no response states the outcome. The request was not retried. Search for the profile before you try again.",
            innerException
        ) => (RequestId, Tag) = (innerException.RequestId, innerException.Tag);

    internal ProfilesUnknownOutcomeException(string message, Exception? innerException)
        : base(message, innerException) => RequestId = (innerException as ProfilesException)?.RequestId;
}
