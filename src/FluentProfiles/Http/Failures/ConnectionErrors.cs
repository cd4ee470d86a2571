using FluentProfiles.Http.Calls;
using FluentProfiles.Http.Transport;
using FluentProfiles.Telemetry;

namespace FluentProfiles.Http.Failures;

/// <summary>Creates the exceptions for requests without an answer. Their message states the cause, the address, the proxy,
/// the number of attempts and the time they took.</summary>
internal sealed class ConnectionErrors(ServiceSettings settings, IProfilesTransport transport)
{
    /// <summary>Returns the exception for a call whose last attempt got no complete answer.</summary>
    /// <param name="run">The call.</param>
    /// <param name="thrown">The exception of the transport.</param>
    /// <param name="isAttemptOver">True when the time of the attempt is up.</param>
    /// <param name="isAnswered">True when the answer had begun.</param>
    public ProfilesConnectionException NoAnswer(CallRun run, Exception thrown, bool isAttemptOver, bool isAnswered)
    {
        var failure = TransportFailure.Of(thrown);
        var cause = TimedOut(run, isAttemptOver) ?? run.Texts.Clean(failure.Cause);
        var proxy = ProxyInUse.Of(thrown, settings.Address, transport) is { } used ? $" through the proxy {used}" : "";
        return new(
            $"No response from {settings.Endpoint}{proxy}: {cause} ({AttemptsText(run)}).",
            run.Texts.Clean(thrown)
        )
        {
            IsUnsent = failure.IsUnsent && !isAnswered,
            IsLasting = !failure.MayPass,
        };
    }

    /// <summary>Returns the exception for a call whose last attempt failed in the transport before anything was sent.</summary>
    /// <param name="run">The call.</param>
    /// <param name="thrown">The exception of the transport.</param>
    public ProfilesConnectionException NotSent(CallRun run, Exception thrown)
    {
        var failure = NoAnswer(run, thrown, isAttemptOver: false, isAnswered: false);
        failure.IsUnsent = true;
        return failure;
    }

    /// <summary>Returns the exception for a call whose last attempt got no token from the application.</summary>
    /// <param name="run">The call.</param>
    /// <param name="thrown">The cancellation that ended the wait.</param>
    /// <param name="isAttemptOver">True when the time of the attempt is up.</param>
    public ProfilesConnectionException NoToken(CallRun run, OperationCanceledException thrown, bool isAttemptOver) =>
        new(
            $"No token from ProfilesClientOptions.TokenProvider: {TimedOut(run, isAttemptOver) ?? "it gave up"} ({AttemptsText(run)}).",
            thrown
        )
        {
            IsUnsent = true,
        };

    /// <summary>Returns the exception for a call whose total time is up, or would be after the next wait. The inner
    /// exception is the failure of the last attempt.</summary>
    public static ProfilesConnectionException TimeIsUp(CallRun run, ServiceSettings settings) =>
        new(
            $"No response from {settings.Endpoint}: {TimeoutText(run)}, retries and waits included ({AttemptsText(run)}). "
                + $"{run.Failure?.Untagged}".TrimEnd(),
            run.Failure
        )
        {
            IsUnsent = true,
            RequestId = run.Failure?.RequestId,
        };

    private string? TimedOut(CallRun run, bool isAttemptOver) =>
        run.IsTimeUp ? TimeoutText(run)
        : isAttemptOver
            ? TimedOut(
                settings.AttemptTimeoutOf(run.Call),
                run.Call.Settings.NameOf(nameof(settings.AttemptTimeout), run.Call.Settings.AttemptTimeout)
            )
        : null;

    private static string TimeoutText(CallRun run) =>
        TimedOut(
            run.Total,
            run.Call.Settings.NameOf(nameof(RequestSettings.TotalTimeout), run.Call.Settings.TotalTimeout)
        );

    private static string TimedOut(TimeSpan? limit, string option) =>
        $"timed out after {Durations.Text(limit ?? default)}, {option}";

    private static string AttemptsText(CallRun run) =>
        $"{run.Attempts} {(run.Attempts == 1 ? "attempt" : "attempts")}, {Durations.Text(run.Elapsed)}";
}
