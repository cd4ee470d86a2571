namespace FluentProfiles.Http;

/// <summary>Makes the exceptions of requests that got no answer. Their first line says all that helps: the cause, the address,
/// the proxy, the attempts and the time they took.</summary>
internal sealed class ConnectionErrors(ServiceSettings settings, IProfilesTransport transport)
{
    /// <summary>The last attempt of a call got no answer, or no whole one.</summary>
    /// <param name="run">The call.</param>
    /// <param name="thrown">What the transport threw.</param>
    /// <param name="isAttemptOver">Whether the time of the attempt is up.</param>
    /// <param name="isAnswered">Whether the answer had begun.</param>
    public ProfilesConnectionException NoAnswer(CallRun run, Exception thrown, bool isAttemptOver, bool isAnswered)
    {
        var failure = TransportFailure.Of(thrown);
        var cause =
            run.IsTimeUp ? TimedOut(run.Total, nameof(ProfilesClientOptions.TotalTimeout))
            : isAttemptOver ? TimedOut(settings.AttemptTimeout, nameof(settings.AttemptTimeout))
            : settings.Credentials.Texts.Clean(failure.Cause);
        var proxy = ProxyInUse.Of(thrown, settings.Address, transport) is { } used ? $" through the proxy {used}" : "";
        return new(
            $"No answer from {settings.Endpoint}{proxy}: {cause} ({Effort(run)}).",
            settings.Credentials.Texts.Clean(thrown)
        )
        {
            IsUnsent = failure.IsUnsent && !isAnswered,
            IsLasting = !failure.MayPass,
        };
    }

    /// <summary>The last attempt of a call got no token from the application.</summary>
    /// <param name="run">The call.</param>
    /// <param name="thrown">The cancellation that ended the wait.</param>
    /// <param name="isAttemptOver">Whether the time of the attempt is up.</param>
    public ProfilesConnectionException NoToken(CallRun run, OperationCanceledException thrown, bool isAttemptOver) =>
        new(
            $"No token from {nameof(ProfilesClientOptions)}.{nameof(ProfilesClientOptions.TokenProvider)}: {TimedOut(run, isAttemptOver) ?? "it gave up"} ({Effort(run)}).",
            thrown
        )
        {
            IsUnsent = true,
        };

    /// <summary>The time for all attempts is up, or would be at the end of the wait that is due; the failure of the last
    /// attempt is inside.</summary>
    public static ProfilesConnectionException TimeIsUp(CallRun run, ServiceSettings settings) =>
        new(
            $"No answer from {settings.Endpoint}: {TimedOut(run.Total, nameof(ProfilesClientOptions.TotalTimeout))}, retries and waits included ({Effort(run)}). "
                + $"{run.Failure?.Message}".TrimEnd(),
            run.Failure
        )
        {
            IsUnsent = true,
            RequestId = run.Failure?.RequestId,
        };

    private string? TimedOut(CallRun run, bool isAttemptOver) =>
        run.IsTimeUp ? TimedOut(run.Total, nameof(ProfilesClientOptions.TotalTimeout))
        : isAttemptOver ? TimedOut(settings.AttemptTimeout, nameof(settings.AttemptTimeout))
        : null;

    private static string TimedOut(TimeSpan? limit, string option) =>
        $"timed out after {Durations.Text(limit ?? default)}, {nameof(ProfilesClientOptions)}.{option}";

    private static string Effort(CallRun run) =>
        $"{run.Attempts} {(run.Attempts == 1 ? "attempt" : "attempts")}, {Durations.Text(run.Elapsed)}";
}
