namespace FluentProfiles.Hosting;

/// <summary>Writes to a log whose failure must not reach the code that logs.</summary>
internal static class SafeLog
{
    public static void Write(Action log)
    {
        try
        {
            log();
        }
        catch (Exception)
        {
            // The log is the only place to report it.
        }
    }
}
