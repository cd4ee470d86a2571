namespace FluentProfiles.Mirror.References;

/// <summary>Tasks that several callers wait for, each as long as it wants to.</summary>
internal static class LateFailures
{
    /// <summary>Observes the failure of a task after all of its callers have left, so that it is not reported as an unobserved
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
