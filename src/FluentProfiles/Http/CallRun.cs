using System.Runtime.ExceptionServices;

namespace FluentProfiles.Http;

/// <summary>One call with all its attempts.</summary>
/// <param name="call">The call.</param>
/// <param name="admission">Makes the attempts.</param>
/// <param name="total">The time for them all.</param>
internal sealed class CallRun(ServiceCall call, Admission admission, TimeLimit total)
{
    private readonly long ticket = admission.TakeTicket();
    private ExceptionDispatchInfo? failure;
    private bool isRetrying;

    public ServiceCall Call => call;

    public TimeLimit Total => total;

    /// <summary>What the last attempt failed with; null before the first.</summary>
    public ProfilesException? Failure => (ProfilesException?)failure?.SourceException;

    public async Task<ServiceAnswer> AttemptAsync()
    {
        try
        {
            return await admission.SendAsync(call, ticket, total).ConfigureAwait(false);
        }
        catch (ProfilesException cause)
        {
            failure = ExceptionDispatchInfo.Capture(cause);
            throw;
        }
    }

    /// <summary>For the retries: ends the first time as the first attempt did, then makes attempts.</summary>
    public ValueTask<ServiceAnswer> RetryAsync()
    {
        if (!isRetrying)
        {
            isRetrying = true;
            failure!.Throw();
        }
        return new(AttemptAsync());
    }
}
