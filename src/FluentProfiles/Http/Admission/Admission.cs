using System.Threading.RateLimiting;
using FluentProfiles.Http.Calls;
using FluentProfiles.Http.Retrying;

namespace FluentProfiles.Http;

/// <summary>Delays attempts while the service limits the rate, and until the application's limiter grants a permit.</summary>
/// <param name="settings">The client's settings.</param>
/// <param name="sender">Sends the requests.</param>
/// <param name="demand">The demand of the foreground.</param>
/// <param name="interval">Null for the foreground; for the background, the least time between two attempts.</param>
internal sealed class Admission(
    ServiceSettings settings,
    RequestSender sender,
    ForegroundDemand demand,
    TimeSpan? interval = null
)
{
    private readonly ThrottleGate gate = new(settings.TimeProvider, demand, interval);

    // One background call at a time requests a permit, so that the foreground never queues behind the others.
    private readonly SemaphoreSlim? turn = interval is null ? null : new(1);

    private long tickets;

    /// <summary>Returns a call's ticket. Earlier calls enter first, also when they are retried.</summary>
    public long TakeTicket() => Interlocked.Increment(ref tickets);

    /// <summary>Records that a call waits or is retried. The background waits for such calls of the foreground.</summary>
    public void BeginWait()
    {
        if (interval is null)
            demand.Begin();
    }

    public void EndWait()
    {
        if (interval is null)
            demand.End();
    }

    /// <summary>Makes one attempt as soon as it may enter.</summary>
    /// <exception cref="ProfilesException">It failed. The call keeps the failure.</exception>
    public async ValueTask<ServiceAnswer> SendAsync(CallRun run)
    {
        using var permit = await EnterAsync(run).ConfigureAwait(false);
        var isAccepted = false;
        try
        {
            var answer = await sender.SendAsync(run).ConfigureAwait(false);
            isAccepted = true;
            return answer;
        }
        catch (ProfilesException failure)
        {
            // The caller expects the cancellation, not a failure that it caused.
            run.Caller.ThrowIfCancellationRequested();
            run.Fail(failure);
            isAccepted = failure is ProfilesApiException refusal && !RetryTable.MayPass(refusal);
            CloseAfter(failure, isAccepted);
            throw;
        }
        finally
        {
            gate.Exit(isAccepted);
        }
    }

    private void CloseAfter(ProfilesException failure, bool isAccepted)
    {
        if (failure is ProfilesRateLimitException refusal && !isAccepted && settings.MaxRetries > 0)
            gate.Close(RetryTable.PauseAfter(refusal, settings.MaxRetryAfter));
    }

    private ValueTask<RateLimitLease?> EnterAsync(CallRun run) =>
        settings.RateLimiter is null && gate.TryEnter() ? default : WaitAsync(run);

    private async ValueTask<RateLimitLease?> WaitAsync(CallRun run)
    {
        BeginWait();
        try
        {
            while (true)
            {
                await gate.EnterAsync(run.Ticket, run.Token).ConfigureAwait(false);
                if (settings.RateLimiter is not { } limiter)
                    return null;
                var permit = await AcquireAsync(limiter, run.Token).ConfigureAwait(false);
                // Closed while this waited for its permit: another one is taken afterwards, since one of a past moment
                // may be worth nothing by then.
                if (!gate.IsBlocked)
                    return permit;
                permit.Dispose();
                gate.Exit(isAccepted: false);
            }
        }
        catch (OperationCanceledException) when (run.Token.IsCancellationRequested)
        {
            throw Stop.Of(run, settings);
        }
        finally
        {
            EndWait();
        }
    }

    private async ValueTask<RateLimitLease> AcquireAsync(RateLimiter limiter, CancellationToken cancellationToken)
    {
        RateLimitLease? permit = null;
        try
        {
            permit = await AcquireInTurnAsync(limiter, cancellationToken).ConfigureAwait(false);
        }
        // An exception of the library, so that it carries the resume token.
        catch (Exception cause) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ProfilesConfigurationException(
                $"ProfilesClientOptions.RateLimiter has thrown {cause.GetType().Name}; it is the inner exception.",
                cause
            );
        }
        finally
        {
            if (permit is not { IsAcquired: true })
                gate.Exit(isAccepted: false);
        }
        if (permit.IsAcquired)
            return permit;
        permit.Dispose();
        throw new ProfilesBudgetException(
            "ProfilesClientOptions.RateLimiter rejected a request, because its queue is full or it has none. Increase QueueLimit, or send fewer requests at once."
        );
    }

    private async ValueTask<RateLimitLease> AcquireInTurnAsync(RateLimiter limiter, CancellationToken cancellationToken)
    {
        if (turn is null)
            return await limiter.AcquireAsync(1, cancellationToken).ConfigureAwait(false);
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await limiter.AcquireAsync(1, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }
}
