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
        // A failure may come first where cancelling caused it, or came at the same moment.
        catch (Exception cause)
            when (cancellationToken.IsCancellationRequested
                && (cause is ProfilesException or OperationCanceledException)
            )
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (OperationCanceledException) when (total.HasPassed)
        {
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
