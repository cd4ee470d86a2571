using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FluentProfiles.Hosting.HealthChecks;

/// <summary>Sends the requests of all health checks of one client: one at a time, and none while a result is recent enough.</summary>
internal sealed class ServiceProbe(IServiceProvider services, string clientName)
{
    private readonly object gate = new();
    private readonly TimeProvider clockOfContainer = services.GetService<TimeProvider>() ?? TimeProvider.System;
    private Task<ProbeResult>? latest;

    public string ClientName => clientName;

    /// <summary>Returns the latest result, or that of a request. Callers share the request, so none of them cancels it.</summary>
    public Task<ProbeResult> GetAsync(TimeSpan cacheDuration, TimeSpan timeout)
    {
        lock (gate)
        {
            if (latest is null || !CanServe(latest, cacheDuration))
                latest = Task.Run(() => AskAsync(timeout));
            return latest;
        }
    }

    private static bool CanServe(Task<ProbeResult> probe, TimeSpan cacheDuration) =>
        !probe.IsCompleted || (probe.IsCompletedSuccessfully && probe.GetAwaiter().GetResult().Age < cacheDuration);

    private async Task<ProbeResult> AskAsync(TimeSpan timeout)
    {
        var clock = Clock();
        var begin = clock.GetTimestamp();
        string? requestId = null;
        Exception? failure = null;
        try
        {
            // The application may have registered a scoped client of its own.
            var scope = services.CreateAsyncScope();
            await using (scope.ConfigureAwait(false))
                requestId = await FirstPageAsync(ClientIn(scope.ServiceProvider), timeout).ConfigureAwait(false);
        }
        // Whatever it is, the check reports it.
        catch (Exception caught)
        {
            failure = caught;
        }
        var end = clock.GetTimestamp();
        requestId ??= (failure as ProfilesException)?.RequestId;
        return new(clock, end, clock.GetElapsedTime(begin, end), requestId, failure);
    }

    /// <summary>Requests one profile, and reads nothing but its id.</summary>
    /// <returns>The id of the answer.</returns>
    private static async Task<string?> FirstPageAsync(IProfilesClient client, TimeSpan timeout)
    {
        var pages = client
            .Query()
            .Select(p => p.Id)
            .WithPageSize(1)
            .WithPrefetch(0)
            .WithMaxRetries(0)
            .WithMaxRequests(1)
            // A little less than the whole, so that the failure of a slow attempt, which names the host, comes first.
            .WithAttemptTimeout(timeout * 0.9)
            .WithRunTimeout(timeout)
            .TagWith("health check")
            .AsPages();
        await foreach (var page in pages.ConfigureAwait(false))
            return page.RequestId;
        return null;
    }

    private IProfilesClient ClientIn(IServiceProvider scope) =>
        clientName.Length == 0
            ? scope.GetService<IProfilesClient>()
                ?? throw new ProfilesConfigurationException(
                    "The container has no IProfilesClient without a name. Call services.AddFluentProfiles(…), or give the health check the clientName of a named one."
                )
            : scope.GetKeyedService<IProfilesClient>(clientName)
                ?? throw new ProfilesConfigurationException(
                    $"The container has no IProfilesClient named '{clientName}'. Call services.AddFluentProfiles(\"{clientName}\", …)."
                );

    private TimeProvider Clock()
    {
        try
        {
            return services.GetRequiredService<IOptionsMonitor<ProfilesClientOptions>>().Get(clientName).TimeProvider;
        }
        // After a reload that failed, or because the container has been disposed. The client works with the options before it.
        catch (Exception)
        {
            return clockOfContainer;
        }
    }
}
