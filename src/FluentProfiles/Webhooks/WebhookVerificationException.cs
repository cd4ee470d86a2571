namespace FluentProfiles;

/// <summary>The exception that is thrown when a webhook is rejected: its sender could not be verified, it was replayed,
/// or it is not a valid event. Do not process the webhook. Respond with 401 if <see cref="Reason"/> is
/// <see cref="WebhookVerificationReason.WrongSignature"/>, otherwise with 400. The message states the invalid part. It
/// contains no secrets and no signatures.</summary>
/// <param name="reason">The reason.</param>
/// <param name="message">A message that states which part is invalid, and what to do.</param>
/// <param name="innerException">The cause, or null.</param>
public sealed class WebhookVerificationException(
    WebhookVerificationReason reason,
    string message,
    Exception? innerException = null
) : Exception(message, innerException)
{
    /// <summary>Gets the reason, for code and for metrics.</summary>
    public WebhookVerificationReason Reason { get; } = reason;
}
