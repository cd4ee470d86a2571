using Microsoft.Extensions.Logging;

namespace FluentProfiles.Hosting;

/// <summary>Writes a client's events to a log.</summary>
internal sealed class EventLog(ILogger logger)
{
    public void Write(ProfilesEvent happened)
    {
        switch (happened)
        {
            case RequestCompletedEvent { ErrorType: null } it:
                logger.RequestCompleted(
                    it.Method,
                    it.Route,
                    it.Status,
                    Milliseconds(it.Duration),
                    it.Bytes,
                    it.RequestId
                );
                break;
            case RequestCompletedEvent it:
                logger.RequestFailed(it.Method, it.Route, it.ErrorType, Milliseconds(it.Duration), it.RequestId);
                break;
            case RetryScheduledEvent it:
                logger.RetryScheduled(it.Method, it.Route, it.ErrorType, it.Retry, Milliseconds(it.Wait));
                break;
            case CallbackFailedEvent it:
                logger.CallbackFailed(it.Callback, it.ErrorType);
                break;
            case QueryCompletedEvent it:
                var error = it.ErrorType ?? "none";
                logger.QueryCompleted(it.Requests, it.Retries, it.Read, it.Returned, Milliseconds(it.Duration), error);
                break;
        }
    }

    private static double Milliseconds(TimeSpan time) => Math.Round(time.TotalMilliseconds, 1);
}
