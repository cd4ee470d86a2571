using FluentProfiles.Http.Calls;
using FluentProfiles.Http.Failures;

namespace FluentProfiles.Http.Retrying;

/// <summary>Decides which failures are retried, and the delay before the next attempt.</summary>
internal static class RetryTable
{
    private static readonly TimeSpan ShortestBackoff = TimeSpan.FromSeconds(0.5);

    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(8);

    // For waits that the service asks for: the shortest one, and the largest random part.
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(0.1);

    private static readonly TimeSpan LongestSpread = TimeSpan.FromSeconds(5);

    /// <summary>Returns true when another attempt may succeed and is safe.</summary>
    /// <param name="call">The call.</param>
    /// <param name="failure">The failure of its last attempt.</param>
    /// <param name="maxRetryAfter">The longest wait that the service can ask for; null for no limit.</param>
    public static bool Allows(ServiceCall call, ProfilesException failure, TimeSpan? maxRetryAfter) =>
        failure switch
        {
            ProfilesApiException refusal => MayPass(refusal) && !(refusal.RetryAfter > maxRetryAfter),
            ProfilesConnectionException broken => !broken.IsLasting,
            _ => false,
        } && (call.IsIdempotent || !RequestOutcome.IsUnknown(failure));

    /// <summary>The wait before the next attempt. It has a random part, so that calls that failed together do not return
    /// together: a wait that the service asks for becomes up to a quarter longer, and the backoff (from 0.5 s, doubled each
    /// time, up to 4 s) up to twice as long.</summary>
    /// <param name="failure">The failure of the last attempt.</param>
    /// <param name="retries">How many retries there were before this one.</param>
    public static TimeSpan WaitAfter(Exception? failure, int retries) =>
        (failure as ProfilesApiException)?.RetryAfter is { } asked
            ? WaitOf(asked) + Shorter(Longer(asked / 4, ShortestWait), LongestSpread) * Random.Shared.NextDouble()
            : Shorter(ShortestBackoff * Math.Pow(2, retries), LongestBackoff / 2) * (1 + Random.Shared.NextDouble());

    /// <summary>How long a 429 stops the other requests of the client.</summary>
    /// <param name="refusal">The 429.</param>
    /// <param name="maxRetryAfter">The longest wait that the service can ask for; null for no limit.</param>
    public static TimeSpan PauseAfter(ProfilesApiException refusal, TimeSpan? maxRetryAfter) =>
        refusal.RetryAfter is { } asked ? Shorter(WaitOf(asked), maxRetryAfter ?? asked) : ShortestBackoff;

    /// <summary>Returns true when a later attempt may succeed. The service's <c>x-should-retry</c> takes precedence over the status. A
    /// spend limit is never retried, because no wait lifts it.</summary>
    public static bool MayPass(ProfilesApiException refusal) =>
        refusal.ErrorCode != "enforced_spend_limit_reached"
        && (refusal.ShouldRetry ?? (int)refusal.StatusCode is 408 or 409 or 429 or >= 500);

    private static TimeSpan WaitOf(TimeSpan asked) => Shorter(Longer(asked, ShortestWait), TimeLimits.Longest);

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
