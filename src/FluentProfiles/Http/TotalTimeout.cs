namespace FluentProfiles.Http;

/// <summary>The failure of a call whose time is up, or would be, while it waits for its next attempt.</summary>
internal static class TotalTimeout
{
    /// <summary>With the last attempt's failure inside.</summary>
    public static ProfilesConnectionException Spent(CallRun run, ServiceSettings settings) =>
        new(
            $"No answer from {settings.Host} within ProfilesClientOptions.TotalTimeout ({settings.TotalTimeout}), retries and waits included.",
            run.Failure
        )
        {
            IsUnsent = true,
            RequestId = run.Failure?.RequestId,
        };
}
