using FluentProfiles.Http.Calls;
using FluentProfiles.Http.Failures;

namespace FluentProfiles.Http.Retrying;

/// <summary>Creates the exception for a call that is stopped while it waits for its next attempt.</summary>
internal static class Stop
{
    /// <summary>The caller's cancellation, or else that the time is up.</summary>
    public static Exception Of(CallRun run, ServiceSettings settings) =>
        run.Caller.IsCancellationRequested
            ? new OperationCanceledException(run.Caller)
            : ConnectionErrors.TimeIsUp(run, settings);
}
