namespace FluentProfiles.Emulator.Webhooks;

/// <summary>What befalls one webhook.</summary>
/// <param name="IsLost">It is never sent.</param>
/// <param name="IsRepeated">It is delivered twice.</param>
/// <param name="IsHeldBack">It is delivered after the one that follows it.</param>
internal readonly record struct WebhookFate(bool IsLost, bool IsRepeated, bool IsHeldBack);
