namespace FluentProfiles;

/// <summary>The reason why <see cref="WebhookVerifier"/> rejected a message.</summary>
public enum WebhookVerificationReason
{
    /// <summary>The header <c>webhook-id</c> is missing or empty.</summary>
    MissingId,

    /// <summary>The header <c>webhook-timestamp</c> is missing or empty.</summary>
    MissingTimestamp,

    /// <summary>The header <c>webhook-signature</c> is missing or empty.</summary>
    MissingSignature,

    /// <summary>The header <c>webhook-timestamp</c> is not a whole number of seconds since 1970.</summary>
    MalformedTimestamp,

    /// <summary>The header <c>webhook-signature</c> contains no valid <c>v1</c> signature.</summary>
    MalformedSignature,

    /// <summary>None of the signatures matches any of the secrets.</summary>
    WrongSignature,

    /// <summary>A signature matches, but the timestamp is further in the past than
    /// <see cref="WebhookVerifier.Tolerance"/>.</summary>
    TimestampTooOld,

    /// <summary>A signature matches, but the timestamp is further in the future than
    /// <see cref="WebhookVerifier.Tolerance"/>.</summary>
    TimestampTooNew,

    /// <summary>A signature matches, but the body is not a valid event: it is not UTF-8, is not JSON, or lacks a member
    /// that every event has.</summary>
    InvalidEvent,
}
