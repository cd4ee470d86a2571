namespace FluentProfiles.Http;

/// <summary>Calls the service: one request, repeated where that may help, and its whole answer.</summary>
internal sealed class ServiceClient(ServiceSettings settings, IProfilesTransport transport)
{
    private readonly Admission admission = new(settings, new RequestSender(settings, transport));
    private readonly Retries retries = new(settings);

    public ServiceSettings Settings => settings;

    /// <exception cref="ProfilesException">There is no answer, or it is a refusal or too large.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; never for another reason.</exception>
    public async Task<ServiceAnswer> SendAsync(ServiceCall call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var total = new TimeLimit(settings.TotalTimeout, settings.TimeProvider, cancellationToken);
        var run = new CallRun(call, admission, total);
        try
        {
            return await SendAsync(run).ConfigureAwait(false);
        }
        // Where the time is up, no retry follows, and what comes is the last failure.
        catch (Exception cause)
            when (total.Token.IsCancellationRequested
                && (
                    cause is OperationCanceledException
                    || cause is ProfilesException failure && RetryTable.Allows(call, failure)
                )
            )
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw TotalTimeout.Spent(run, settings);
        }
    }

    private async Task<ServiceAnswer> SendAsync(CallRun run)
    {
        try
        {
            return await run.AttemptAsync().ConfigureAwait(false);
        }
        catch (ProfilesException) when (retries.Allow(run))
        {
            return await retries.GoOnAsync(run).ConfigureAwait(false);
        }
    }
}
