namespace FluentProfiles;

/// <summary>Handles the webhook events that an endpoint has received and verified. Register implementations in the
/// container of the application; the endpoint <c>MapProfileWebhooks</c> of the package <c>FluentProfiles.AspNetCore</c>
/// calls all of them.</summary>
public interface IWebhookHandler
{
    /// <summary>Handles one event. The sender receives a success status only after this method has completed, and it
    /// delivers the event again if this method throws. Return quickly: store the event, and do the work
    /// afterwards.</summary>
    /// <remarks>The same event can arrive more than once, and events can arrive in any order. Several events can be
    /// handled at the same time.</remarks>
    /// <param name="received">The verified event.</param>
    /// <param name="cancellationToken">Canceled when the sender disconnects.</param>
    ValueTask HandleAsync(WebhookEvent received, CancellationToken cancellationToken);
}
