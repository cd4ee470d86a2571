namespace FluentProfiles.Telemetry;

/// <summary>Calls code of the application that only watches, such as a log or a listener of metrics. Its exceptions must not turn
/// a success into a failure.</summary>
internal static class WatchingCode
{
    /// <returns>The exception that the code has thrown, or null.</returns>
    public static Exception? Run<T>(T state, Action<T> call)
    {
        try
        {
            call(state);
            return null;
        }
        catch (Exception thrown)
        {
            return thrown;
        }
    }
}
