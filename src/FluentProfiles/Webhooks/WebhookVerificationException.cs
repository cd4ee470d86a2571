namespace FluentProfiles;

/// <summary>A webhook was rejected: its sender is not proven, it was replayed, or it is no event. Answer it with 400 and do
/// nothing else with it. The message names the part at fault; it holds no secret and no signature.</summary>
/// <param name="reason">Why.</param>
/// <param name="message">Which part is wrong, and what to do.</param>
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
