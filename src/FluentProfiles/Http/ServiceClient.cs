namespace FluentProfiles.Http;

/// <summary>Calls the service: one request, repeated where that may help, and its whole answer.</summary>
internal sealed class ServiceClient
{
    private readonly Admission admission;
    private readonly Retries retries;

    public ServiceClient(ServiceSettings settings, IProfilesTransport transport)
    {
        Settings = settings;
        admission = new(settings, new RequestSender(settings, transport));
        retries = new(settings, admission);
    }

    public ServiceSettings Settings { get; }

    /// <exception cref="ProfilesException">There is no answer, or it is a refusal or too large.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; never for another reason.</exception>
    public async ValueTask<ServiceAnswer> SendAsync(ServiceCall call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var total = TimeLimit.Of(Settings.TotalTimeout, Settings.TimeProvider, cancellationToken);
        CallRun run = new(call, admission.TakeTicket(), total, Settings.TimeProvider, cancellationToken);
        try
        {
            return await admission.SendAsync(run).ConfigureAwait(false);
        }
        catch (ProfilesException) when (retries.Allow(run))
        {
            return await retries.GoOnAsync(run).ConfigureAwait(false);
        }
    }
}
