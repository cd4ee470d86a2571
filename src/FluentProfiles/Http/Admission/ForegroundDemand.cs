namespace FluentProfiles.Http;

/// <summary>Counts what background requests wait for: foreground requests that wait or are retried, and the pause after a
/// 429. Thread-safe.</summary>
internal sealed class ForegroundDemand
{
    private readonly object state = new();
    private List<Action> waiting = [];
    private int count;

    public bool IsIdle
    {
        get
        {
            lock (state)
                return count == 0;
        }
    }

    public void Begin()
    {
        lock (state)
            count++;
    }

    public void End()
    {
        List<Action> woken;
        lock (state)
        {
            if (--count > 0)
                return;
            (woken, waiting) = (waiting, []);
        }
        foreach (var action in woken)
            action();
    }

    /// <summary>Runs an action once there is no demand, which may be at once.</summary>
    public void RunWhenIdle(Action action)
    {
        lock (state)
        {
            if (count > 0)
            {
                waiting.Add(action);
                return;
            }
        }
        action();
    }
}
