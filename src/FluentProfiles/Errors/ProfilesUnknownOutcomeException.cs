namespace FluentProfiles;

/// <summary>A profile may or may not have been created: the request was sent, and no answer tells what came of it (the
/// connection broke, a time-out, a failure within the service, an answer that can't be read). It was not sent again, for the
/// service would create a second profile. Look for the profile, by its reference or its metadata, before another try. The
/// failure is the inner exception.</summary>
/// <remarks>Only a create ends so. An update or a delete that is sent twice does the same as one, so it is retried, and its
/// failure is the failure itself.</remarks>
public sealed class ProfilesUnknownOutcomeException : ProfilesException
{
    /// <summary>Creates an exception for a test. In production, the client creates it.</summary>
    /// <param name="innerException">The failure, which does not say whether the profile was created. Its request id and its tag become
    /// those of this exception.</param>
    public ProfilesUnknownOutcomeException(ProfilesException innerException)
        : base(
            "The profile may or may not have been created: there is no answer that tells. It was not sent again; look for the profile before another try.",
            innerException
        ) => (RequestId, Tag) = (innerException.RequestId, innerException.Tag);
}
