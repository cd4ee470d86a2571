using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FluentProfiles.Hosting.HealthChecks;

/// <summary>Reports whether the service answers a client.</summary>
internal sealed class ProfilesHealthCheck(ServiceProbe probe, TimeSpan cacheDuration, TimeSpan timeout) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        var result = await probe.GetAsync(cacheDuration, timeout).WaitAsync(cancellationToken).ConfigureAwait(false);
        return new(
            result.Failure is null ? HealthStatus.Healthy : context.Registration.FailureStatus,
            result.Failure is null ? Answered(result.Duration) : Reason(result.Failure, result.Duration),
            result.Failure,
            Data(result)
        );
    }

    private static string Answered(TimeSpan duration) =>
        string.Create(CultureInfo.InvariantCulture, $"The service responded in {duration.TotalMilliseconds:0} ms.");

    private string Reason(Exception failure, TimeSpan duration) =>
        failure switch
        {
            ProfilesBudgetException when duration >= timeout => string.Create(
                CultureInfo.InvariantCulture,
                $"The request did not complete within {timeout.TotalSeconds} s. It was waiting for a rate limit of the service or the application, or for MaxConcurrentScans."
            ),
            _ => OwnMessage.Of(failure)
                ?? $"{failure.GetType().Name} was thrown by code outside of FluentProfiles; its message is in the log.",
        };

    private Dictionary<string, object> Data(ProbeResult result)
    {
        Dictionary<string, object> data = new() { ["client"] = probe.ClientName, ["age"] = result.Age };
        if (result.RequestId is { } id)
            data["requestId"] = id;
        return data;
    }
}
