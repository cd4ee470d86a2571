using System.Runtime.ExceptionServices;
using FluentProfiles.Http.Calls;
using FluentProfiles.Http.Failures;
using FluentProfiles.Telemetry;
using Polly;
using Polly.Retry;

namespace FluentProfiles.Http.Retrying;

/// <summary>Retries failed calls. The pipeline is created at the first failure of the client, so calls that succeed never use
/// it.</summary>
internal sealed class Retries(ServiceSettings settings, RequestSender sender, Admission admission)
{
    private static readonly ResiliencePropertyKey<CallRun> RunKey = new("FluentProfiles.CallRun");

    private readonly Lazy<ResiliencePipeline<ServiceAnswer>> pipeline = new(() => Build(settings));

    /// <summary>Returns true when a failed call may be retried.</summary>
    public bool Allow(CallRun run) => !run.IsTimeUp && CanRetry(run, run.Failure!, retries: 0, settings);

    /// <summary>Makes an attempt, and a second one if the key was refused and its provider has another one by now. A
    /// request with a refused key has no effect, so this is safe for every call; it needs no wait.</summary>
    public async ValueTask<ServiceAnswer> SendAsync(CallRun run)
    {
        try
        {
            return await admission.SendAsync(run).ConfigureAwait(false);
        }
        catch (ProfilesAuthenticationException) when (settings.Credentials.MayChange && !run.HasRenewedKey)
        {
            run.HasRenewedKey = true;
            if (!await RenewKeyAsync(run).ConfigureAwait(false))
                throw;
            BeforeWait(run, settings, TimeSpan.Zero);
            return await admission.SendAsync(run).ConfigureAwait(false);
        }
    }

    /// <summary>Retries a call whose first attempt has failed, until its answer or its last failure.</summary>
    public async Task<ServiceAnswer> RetryAsync(CallRun run)
    {
        var context = ResilienceContextPool.Shared.Get(run.Token);
        context.Properties.Set(RunKey, run);
        admission.BeginWait();
        try
        {
            return await pipeline.Value.ExecuteAsync((_, run) => NextAsync(run), context, run).ConfigureAwait(false);
        }
        // Cancelled during a delay, or just before it; the pipeline then throws the last failure.
        catch (Exception cause)
            when (cause is OperationCanceledException
                || run.Caller.IsCancellationRequested && cause is ProfilesException
            )
        {
            throw Stop.Of(run, settings);
        }
        finally
        {
            admission.EndWait();
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<bool> RenewKeyAsync(CallRun run)
    {
        try
        {
            return await sender.RenewKeyAsync(run).ConfigureAwait(false);
        }
        catch (ProfilesException failure)
        {
            // The caller expects the cancellation, not a failure that it caused.
            run.Caller.ThrowIfCancellationRequested();
            run.Fail(failure);
            throw;
        }
    }

    /// <summary>Rethrows the failure of the first attempt at first, and then makes further attempts.</summary>
    private ValueTask<ServiceAnswer> NextAsync(CallRun run)
    {
        if (!run.IsRetrying)
        {
            run.IsRetrying = true;
            ExceptionDispatchInfo.Throw(run.Failure!);
        }
        return SendAsync(run);
    }

    private static ResiliencePipeline<ServiceAnswer> Build(ServiceSettings settings)
    {
        ResiliencePipelineBuilder<ServiceAnswer> builder = new() { TimeProvider = settings.TimeProvider };
        return builder
            .AddRetry(
                new RetryStrategyOptions<ServiceAnswer>
                {
                    // The calls have limits of their own.
                    MaxRetryAttempts = int.MaxValue,
                    ShouldHandle = retry =>
                        new(
                            retry.Outcome.Exception is ProfilesException failure
                                && CanRetry(RunOf(retry.Context), failure, retry.AttemptNumber, settings)
                        ),
                    DelayGenerator = static retry =>
                        new(RetryTable.WaitAfter(retry.Outcome.Exception, retry.AttemptNumber)),
                    OnRetry = retry =>
                    {
                        BeforeWait(RunOf(retry.Context), settings, retry.RetryDelay);
                        return default;
                    },
                }
            )
            .Build();
    }

    private static bool CanRetry(CallRun run, ProfilesException failure, int retries, ServiceSettings settings) =>
        retries < settings.MaxRetriesOf(run.Call)
        && !run.WasRetriedByHandler
        && RetryTable.Allows(run.Call, failure, settings.MaxRetryAfterOf(run.Call));

    private static CallRun RunOf(ResilienceContext context) => context.Properties.GetValue(RunKey, null!);

    private static void BeforeWait(CallRun run, ServiceSettings settings, TimeSpan wait)
    {
        if (run.ExpiresWithin(wait))
            throw ConnectionErrors.TimeIsUp(run, settings);
        if (run.Call.Budget?.TryReserve() == false)
            ExceptionDispatchInfo.Throw(run.Failure!);
        settings.Watchers.Notify(
            new RetryScheduledEvent
            {
                Method = run.Call.Method.Method,
                Route = run.Call.Route,
                Retry = run.Attempts,
                Wait = wait,
                ErrorType = ProfilesTelemetry.ErrorType(run.Failure!),
                Tag = run.Call.Settings.Tag,
            }
        );
    }
}
