namespace FluentProfiles.Mirror.References;

/// <summary>Tasks that go on when those who wait for them have left.</summary>
internal static class LateFailures
{
    /// <summary>Observes the failure of a task for which nobody waits any more, so that it is not reported as an unobserved
    /// exception.</summary>
    public static TTask Observed<TTask>(this TTask task)
        where TTask : Task
    {
        _ = task.ContinueWith(
            static failed => failed.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
        return task;
    }
}
