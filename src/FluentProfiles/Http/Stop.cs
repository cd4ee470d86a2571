namespace FluentProfiles.Http;

/// <summary>What a call ends with that is stopped while it waits for its next attempt.</summary>
internal static class Stop
{
    /// <summary>The caller's cancellation, or else that the time is up.</summary>
    public static Exception Of(CallRun run, ServiceSettings settings) =>
        run.Caller.IsCancellationRequested ? new OperationCanceledException(run.Caller) : TimeIsUp(run, settings);

    /// <summary>That the time is up, or would be when the wait is over; the last attempt's failure is inside.</summary>
    public static ProfilesConnectionException TimeIsUp(CallRun run, ServiceSettings settings) =>
        new(
            $"No answer from {settings.Host} within ProfilesClientOptions.TotalTimeout ({settings.TotalTimeout}), retries and waits included.",
            run.Failure
        )
        {
            IsUnsent = true,
            RequestId = run.Failure?.RequestId,
        };
}
