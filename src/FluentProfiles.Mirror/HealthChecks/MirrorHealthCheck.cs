using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FluentProfiles.Mirror.HealthChecks;

/// <summary>Reports how fresh a mirror is, from the database alone.</summary>
/// <param name="mirror">The mirror.</param>
/// <param name="maxAge">The age of the last full pass from which the mirror is degraded.</param>
internal sealed class MirrorHealthCheck(ProfileMirror mirror, TimeSpan maxAge) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            var status = await mirror.GetStatusAsync(cancellationToken).ConfigureAwait(false);
            var claims = await mirror.UnresolvedClaimsAsync(cancellationToken).ConfigureAwait(false);
            return Of(status, claims.Count, context);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return new(
                context.Registration.FailureStatus,
                failure is ProfilesException
                    ? failure.Message
                    : $"The database of the mirror can't be read: {failure.GetType().Name}.",
                failure
            );
        }
    }

    private HealthCheckResult Of(MirrorStatus status, int unresolved, HealthCheckContext context)
    {
        var data = DataOf(status);
        data.Add("unresolvedClaims", unresolved);
        if (status.AsOf is not { } asOf)
            return new(context.Registration.FailureStatus, "No full pass is complete yet.", data: data);
        if (status.StoppedPass is { } pass)
            return HealthCheckResult.Degraded(
                string.Create(CultureInfo.InvariantCulture, $"The pass {pass} has stopped and waits for a person."),
                data: data
            );
        if (unresolved > 0)
            return HealthCheckResult.Degraded(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Unresolved references that wait for a person: {unresolved}. UnresolvedClaimsAsync() returns them."
                ),
                data: data
            );
        if (status.MissingMembers.Count > 0)
            return HealthCheckResult.Degraded(
                $"Stored profiles may lack {string.Join(", ", status.MissingMembers)} until the next full pass is complete.",
                data: data
            );
        var age = mirror.Passes.Clock.GetUtcNow() - asOf;
        return age > maxAge
            ? HealthCheckResult.Degraded(
                string.Create(CultureInfo.InvariantCulture, $"The last full pass is {age:d\\.hh\\:mm\\:ss} old."),
                data: data
            )
            : HealthCheckResult.Healthy(
                string.Create(CultureInfo.InvariantCulture, $"{status.Rows} profiles as of {asOf:u}."),
                data
            );
    }

    private static Dictionary<string, object> DataOf(MirrorStatus status)
    {
        Dictionary<string, object> data = new() { ["rows"] = status.Rows };
        Add("asOf", status.AsOf);
        Add("statusesAsOf", status.StatusesAsOf);
        Add("newAsOf", status.NewAsOf);
        Add("stoppedPass", status.StoppedPass);
        Add("lastError", status.LastError);
        return data;

        void Add(string name, object? value)
        {
            if (value is not null)
                data.Add(name, value);
        }
    }
}
