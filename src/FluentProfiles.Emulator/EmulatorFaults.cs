namespace FluentProfiles.Emulator;

/// <summary>What goes wrong, and how often: shares of all requests, from 0 (never, the default of each) to 1. At most one of
/// the shares down to <see cref="RepeatedCursor"/> befalls a request, so that these add up to 1 at most; the later ones come on
/// their own. Read once, when the emulator is made.</summary>
/// <remarks>What befalls a request depends on <see cref="Seed"/>, its method and address and how often that came before, and
/// not on the order in which requests arrive: a run that failed fails again, also with several requests at once. A request that
/// <see cref="ProfileEmulator.Intercept"/> answers is left alone. What befalls a webhook depends in the same way on the type of its
/// event and the profile; its shares are of all webhooks, and come on their own.</remarks>
public sealed class EmulatorFaults
{
    /// <summary>Another seed, other requests that fail. 1 by default.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>The share of requests that are refused with a status (the key), and not carried out.</summary>
    public IDictionary<int, double> Statuses { get; set; } = new Dictionary<int, double>();

    /// <summary>Headers of those refusals: <c>retry-after</c>, <c>x-should-retry</c>. None by default.</summary>
    public IDictionary<string, string> RefusalHeaders { get; set; } = new Dictionary<string, string>();

    /// <summary>The connection is reset before the answer. The request was carried out.</summary>
    public double ResetBefore { get; set; }

    /// <summary>The connection is reset within the body.</summary>
    public double ResetWithin { get; set; }

    /// <summary>The connection is reset behind the last byte of the body, which therefore has no end.</summary>
    public double ResetAfter { get; set; }

    /// <summary>The body is shorter than its <c>Content-Length</c>, and the connection is closed.</summary>
    public double Truncated { get; set; }

    /// <summary>The answer is a success with a page of HTML.</summary>
    public double WrongContent { get; set; }

    /// <summary>A page names its own cursor as the next one. The first page has none and stays as it is.</summary>
    public double RepeatedCursor { get; set; }

    /// <summary>The answer comes <see cref="Delay"/> later, by the clock of
    /// <see cref="ProfileEmulatorOptions.TimeProvider"/>.</summary>
    public double Delayed { get; set; }

    /// <summary>How much later. A second by default.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>A profile, dated now, is created before the page is listed.</summary>
    public double Created { get; set; }

    /// <summary>Some profile is deleted before the page is listed.</summary>
    public double Deleted { get; set; }

    /// <summary>A webhook is never sent. It stands in <see cref="ProfileEmulator.Webhooks"/> with the attempt 0.</summary>
    public double LostWebhooks { get; set; }

    /// <summary>A webhook is delivered twice, although the receiver accepted it.</summary>
    public double RepeatedWebhooks { get; set; }

    /// <summary>A webhook is delivered after the one that follows it; where none follows, after <see cref="Delay"/> or by
    /// <see cref="ProfileEmulator.FlushWebhooksAsync"/>.</summary>
    public double ReorderedWebhooks { get; set; }
}
