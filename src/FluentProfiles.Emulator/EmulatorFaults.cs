namespace FluentProfiles.Emulator;

/// <summary>The faults to inject. Each share is the fraction of requests that a fault affects, from 0 (never, the
/// default) to 1. The shares from <see cref="Statuses"/> to <see cref="RepeatedCursor"/> exclude each other, so their
/// sum is at most 1. The other shares are independent. The object is read once, when the emulator is created.</summary>
/// <remarks>The fault of a request depends on <see cref="Seed"/>, on its method and address, and on the number of
/// earlier requests with the same method and address. It does not depend on the order in which requests arrive, so a
/// failed run fails in the same way again, even with concurrent requests. Requests to which
/// <see cref="ProfileEmulator.Intercept"/> responds have no faults. The faults of a webhook depend in the same way on
/// its event type and its profile. Their shares are fractions of all webhooks, and are independent.</remarks>
public sealed class EmulatorFaults
{
    /// <summary>The seed. Another seed affects other requests. 1 by default.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>The shares of requests that are rejected, by status code. A rejected request has no effect.</summary>
    public IDictionary<int, double> Statuses { get; set; } = new Dictionary<int, double>();

    /// <summary>The headers of rejections, such as <c>retry-after</c> or <c>x-should-retry</c>. Empty by
    /// default.</summary>
    public IDictionary<string, string> RefusalHeaders { get; set; } = new Dictionary<string, string>();

    /// <summary>The share of requests whose connection is reset before the response. The request takes
    /// effect.</summary>
    public double ResetBefore { get; set; }

    /// <summary>The share of requests whose connection is reset within the response body.</summary>
    public double ResetWithin { get; set; }

    /// <summary>The share of requests whose connection is reset after the last byte of the response body, so that the
    /// body is not terminated.</summary>
    public double ResetAfter { get; set; }

    /// <summary>The share of requests whose response body is shorter than its <c>Content-Length</c>. The connection is
    /// then closed.</summary>
    public double Truncated { get; set; }

    /// <summary>The share of requests with a successful response whose content is an HTML page.</summary>
    public double WrongContent { get; set; }

    /// <summary>The share of pages whose next cursor is their own cursor. The first page has no cursor and is not
    /// affected.</summary>
    public double RepeatedCursor { get; set; }

    /// <summary>The share of requests whose response is delayed by <see cref="Delay"/>, by the clock of
    /// <see cref="ProfileEmulatorOptions.TimeProvider"/>.</summary>
    public double Delayed { get; set; }

    /// <summary>The delay. One second by default.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The time after its creation until a profile appears in lists, by the clock of
    /// <see cref="ProfileEmulatorOptions.TimeProvider"/>. A get finds it at once. Zero by default.</summary>
    public TimeSpan ListingDelay { get; set; }

    /// <summary>The share of pages before which a profile with the current date is created.</summary>
    public double Created { get; set; }

    /// <summary>The share of pages before which a profile is deleted.</summary>
    public double Deleted { get; set; }

    /// <summary>The share of webhooks that are never sent. <see cref="ProfileEmulator.Webhooks"/> lists them with the
    /// attempt 0.</summary>
    public double LostWebhooks { get; set; }

    /// <summary>The share of webhooks that are delivered twice, although the receiver accepted them.</summary>
    public double RepeatedWebhooks { get; set; }

    /// <summary>The share of webhooks that are delivered after the next one. If there is no next one, they are
    /// delivered after <see cref="Delay"/> or by <see cref="ProfileEmulator.FlushWebhooksAsync"/>.</summary>
    public double ReorderedWebhooks { get; set; }
}
