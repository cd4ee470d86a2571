namespace FluentProfiles.Emulator.Webhooks;

/// <summary>An event on its way to one address.</summary>
/// <param name="Url">Where it goes.</param>
/// <param name="Id">The <c>webhook-id</c>, the same in each delivery.</param>
/// <param name="Body">The event as JSON.</param>
/// <param name="Deliveries">How often it is delivered.</param>
internal sealed record WebhookMessage(Uri Url, string Id, byte[] Body, int Deliveries);
