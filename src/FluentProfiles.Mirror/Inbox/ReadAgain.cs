namespace FluentProfiles.Mirror.Inbox;

/// <summary>When a profile of the inbox is read again. The service may show a change later than it reports it.</summary>
internal static class ReadAgain
{
    public static readonly TimeSpan ShortestBackoff = TimeSpan.FromSeconds(2);
    public static readonly TimeSpan LongestBackoff = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5)];

    /// <summary>The wait after a reading; null where there is nothing to wait for.</summary>
    /// <param name="readings">How many readings there were before.</param>
    /// <param name="differs">True where the reading has changed the mirror.</param>
    /// <param name="reasons">True where the profile was marked more than once: one change may be the first of two.</param>
    public static TimeSpan? After(int readings, bool differs, bool reasons) =>
        readings < Waits.Length && (!differs || (reasons && readings == 0)) ? Waits[readings] : null;

    /// <summary>The wait after a reading that failed: as long as the profile has waited so far, within bounds.</summary>
    public static TimeSpan AfterFailure(TimeSpan waited) =>
        waited < ShortestBackoff ? ShortestBackoff
        : waited > LongestBackoff ? LongestBackoff
        : waited;
}
