using FluentProfiles.Emulator.Fronts;

namespace FluentProfiles.Emulator.Webhooks;

/// <summary>The latest attempts, in order. Thread-safe.</summary>
internal sealed class WebhookLog(bool enabled)
{
    private readonly BoundedLog<EmulatorWebhook> log = new(webhook => webhook.Body.Length);

    public IReadOnlyList<EmulatorWebhook> Snapshot() => log.Snapshot();

    public void Clear() => log.Clear();

    public void Add(EmulatorWebhook webhook)
    {
        if (enabled)
            log.Add(webhook);
    }
}
