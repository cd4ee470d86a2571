namespace FluentProfiles.Emulator;

/// <summary>One attempt to deliver a webhook, as it went over the wire, or a webhook that
/// <see cref="EmulatorFaults.LostWebhooks"/> has lost. Immutable.</summary>
public sealed record EmulatorWebhook
{
    /// <summary>The address that it was posted to.</summary>
    public required string Url { get; init; }

    /// <summary>The headers <c>webhook-id</c>, <c>webhook-timestamp</c> and <c>webhook-signature</c>. The id is the same for
    /// each delivery of an event; timestamp and signature belong to the attempt.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The body, the same in each delivery of an event.</summary>
    public required string Body { get; init; }

    /// <summary>The number of the attempt within its delivery, from 1; 0 for a webhook that was lost and never sent.</summary>
    public int Attempt { get; init; }

    /// <summary>The status that the receiver answered with; 0 where there was no answer.</summary>
    public int Status { get; init; }
}
