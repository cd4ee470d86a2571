namespace FluentProfiles.Mirror.Tests;

/// <summary>Notes the failures of tasks that nobody has observed.</summary>
/// <typeparam name="T">The failures of one test.</typeparam>
internal sealed class UnobservedFailures<T> : IDisposable
    where T : Exception
{
    private int noted;

    public UnobservedFailures() => TaskScheduler.UnobservedTaskException += Note;

    /// <summary>Counts the failures of the tasks that nothing refers to any more.</summary>
    public int Count()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        return noted;
    }

    public void Dispose() => TaskScheduler.UnobservedTaskException -= Note;

    private void Note(object? sender, UnobservedTaskExceptionEventArgs failed)
    {
        if (failed.Exception.InnerException is T)
            Interlocked.Increment(ref noted);
    }
}
