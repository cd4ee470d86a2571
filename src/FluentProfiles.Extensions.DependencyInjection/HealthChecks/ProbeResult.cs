namespace FluentProfiles.Hosting.HealthChecks;

/// <summary>What came of one request to the service.</summary>
/// <param name="Clock">The clock of the client.</param>
/// <param name="At">When the request ended, as a timestamp of the clock.</param>
/// <param name="Duration">How long the request took.</param>
/// <param name="RequestId">The id of the answer, or null.</param>
/// <param name="Failure">Why the request failed, or null.</param>
internal sealed record ProbeResult(
    TimeProvider Clock,
    long At,
    TimeSpan Duration,
    string? RequestId,
    Exception? Failure
)
{
    public TimeSpan Age => Clock.GetElapsedTime(At);
}
