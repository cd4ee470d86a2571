namespace FluentProfiles.Mirror.Contexts;

/// <summary>How long to leave a database alone that does not answer.</summary>
internal static class OutageWait
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(4);

    /// <summary>The wait after so many attempts that have failed, from 1.</summary>
    public static TimeSpan After(int attempts)
    {
        var wait = Shortest * Math.Pow(2, Math.Min(attempts - 1, 10));
        return wait < Longest ? wait : Longest;
    }
}
