using FluentProfiles.Http.Failures;
using FluentProfiles.Http.Retrying;

namespace FluentProfiles.Http.Calls;

/// <summary>One call on its way through its attempts.</summary>
/// <param name="call">The call.</param>
/// <param name="ticket">Its place among those that wait.</param>
/// <param name="total">The time for all attempts; null for no limit.</param>
/// <param name="settings">The client's settings.</param>
/// <param name="caller">The caller's token.</param>
internal sealed class CallRun(
    ServiceCall call,
    long ticket,
    TimeLimit? total,
    ServiceSettings settings,
    CancellationToken caller
)
{
    private readonly long start = settings.TimeProvider.GetTimestamp();

    public ServiceCall Call => call;

    public long Ticket => ticket;

    public CancellationToken Caller => caller;

    /// <summary>Removes the client's credentials, and the values of the call's headers.</summary>
    public UntrustedText Texts { get; } = call.Settings.Headers.AddSecretsTo(settings.Credentials.Texts);

    /// <summary>Cancelled by the caller, or when the time is up.</summary>
    public CancellationToken Token => total?.Token ?? caller;

    public bool IsTimeUp => total is { HasPassed: true };

    /// <summary>The time for all attempts; null for no limit.</summary>
    public TimeSpan? Total => total?.Limit;

    /// <summary>How many attempts there have been, the latest included.</summary>
    public int Attempts { get; private set; }

    /// <summary>How many of them were sent, which needs a key.</summary>
    public int Sent { get; private set; }

    /// <summary>The time since the call began, waits included.</summary>
    public TimeSpan Elapsed => settings.TimeProvider.GetElapsedTime(start);

    /// <summary>True when a handler beneath the client has retried the last attempt. No further attempt follows
    /// then.</summary>
    public bool WasRetriedByHandler { get; private set; }

    /// <summary>The failure of the last attempt; null before the first.</summary>
    public ProfilesException? Failure { get; private set; }

    /// <summary>True when the service may have carried out an attempt that failed.</summary>
    public bool MayHaveEffect { get; private set; }

    /// <summary>The key of the latest attempt; null before the first.</summary>
    public string? Key { get; set; }

    /// <summary>The key for the next attempt, if its provider has returned it already.</summary>
    public string? NextKey { get; set; }

    /// <summary>True when the provider was called again because a key was refused, which happens once.</summary>
    public bool HasRenewedKey { get; set; }

    /// <summary>True when the retry pipeline has received that failure.</summary>
    public bool IsRetrying { get; set; }

    /// <summary>Returns true when the time is up before a delay that begins now has ended.</summary>
    public bool ExpiresWithin(TimeSpan wait) => total is { } limit && limit.ExpiresWithin(wait);

    public void BeginAttempt() => Attempts++;

    public void RecordSent()
    {
        Sent++;
        call.Budget?.Send(isRetry: Sent > 1);
    }

    public void Fail(ProfilesException failure)
    {
        Failure = failure;
        // A handler that retried the request does not report the failure before its retry. A create is sent again only after a refusal.
        MayHaveEffect |= (WasRetriedByHandler && call.IsIdempotent) || RequestOutcome.IsUnknown(failure);
        if (!MayHaveEffect)
            call.Settings.Permit?.NoteRefused();
    }

    public void RecordHandlerRetry(HttpRequestMessage request) =>
        WasRetriedByHandler =
            request.Options.TryGetValue(ProfilesRequestOptions.HasBeenRepeated, out var retried) && retried;
}
