namespace FluentProfiles.Mirror.Refreshing;

/// <summary>The waits after passes that failed. They are in memory alone, and no answer of the service makes one longer than
/// an hour.</summary>
internal sealed class Backoff
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private int failures;

    public void Reset() => failures = 0;

    /// <summary>Counts a failure.</summary>
    /// <returns>The wait before the next attempt: from a minute, doubled each time, or as long as the service asks for.</returns>
    public TimeSpan After(Exception failure)
    {
        var wait = Shortest * Math.Pow(2, Math.Min(failures++, 10));
        if ((failure as ProfilesApiException)?.RetryAfter is { } asked && asked > wait)
            wait = asked;
        return wait < Longest ? wait : Longest;
    }
}
