using System.Threading.RateLimiting;

namespace FluentProfiles.Http;

/// <summary>Makes an attempt when it may be made: while the service does not say that there are too many, and with a permit
/// of the application's limiter.</summary>
internal sealed class Admission(ServiceSettings settings, RequestSender sender)
{
    private readonly ThrottleGate gate = new(settings.TimeProvider);

    public long TakeTicket() => gate.TakeTicket();

    /// <summary>Makes one attempt when its turn has come.</summary>
    public async Task<ServiceAnswer> SendAsync(ServiceCall call, long ticket, TimeLimit total)
    {
        using var permit = await EnterAsync(ticket, total.Token).ConfigureAwait(false);
        var isTaken = false;
        try
        {
            var answer = await sender.SendAsync(call, total).ConfigureAwait(false);
            isTaken = true;
            return answer;
        }
        catch (ProfilesApiException refusal)
        {
            isTaken = !RetryTable.MayPass(refusal);
            if (refusal is ProfilesRateLimitException && !isTaken && settings.MaxRetries > 0)
                gate.Close(refusal.RetryAfter ?? RetryTable.ShortestWait);
            throw;
        }
        finally
        {
            gate.Leave(isTaken);
        }
    }

    private async ValueTask<RateLimitLease?> EnterAsync(long ticket, CancellationToken cancellationToken)
    {
        while (true)
        {
            await gate.EnterAsync(ticket, cancellationToken).ConfigureAwait(false);
            if (settings.RateLimiter is not { } limiter)
                return null;
            var permit = await AcquireAsync(limiter, cancellationToken).ConfigureAwait(false);
            // Closed while this waited for its permit: another one is taken afterwards, since one of a past moment may
            // be worth nothing by then.
            if (!gate.IsClosed)
                return permit;
            permit.Dispose();
            gate.Leave(isTaken: false);
        }
    }

    private async ValueTask<RateLimitLease> AcquireAsync(RateLimiter limiter, CancellationToken cancellationToken)
    {
        RateLimitLease? permit = null;
        try
        {
            permit = await limiter.AcquireAsync(1, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (permit is not { IsAcquired: true })
                gate.Leave(isTaken: false);
        }
        if (permit.IsAcquired)
            return permit;
        permit.Dispose();
        throw new ProfilesBudgetException(
            "ProfilesClientOptions.RateLimiter gave no permit for a request and has no room to wait for one. Give it a longer queue (QueueLimit), or send less at once."
        );
    }
}
