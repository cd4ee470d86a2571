namespace FluentProfiles.Emulator;

/// <summary>An attempt to deliver a webhook, as it was sent, or a webhook that was lost because of
/// <see cref="EmulatorFaults.LostWebhooks"/>. Immutable.</summary>
public sealed record EmulatorWebhook
{
    /// <summary>The address to which it was posted.</summary>
    public required string Url { get; init; }

    /// <summary>The headers <c>webhook-id</c>, <c>webhook-timestamp</c> and <c>webhook-signature</c>. The id is the
    /// same for each delivery of an event. The timestamp and the signature differ for each attempt.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The body, which is the same for each delivery of an event.</summary>
    public required string Body { get; init; }

    /// <summary>The number of the attempt within its delivery, from 1; 0 for a lost webhook, which was never
    /// sent.</summary>
    public int Attempt { get; init; }

    /// <summary>The status code of the receiver's response; 0 if there was none.</summary>
    public int Status { get; init; }
}
