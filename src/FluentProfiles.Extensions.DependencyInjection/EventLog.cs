using Microsoft.Extensions.Logging;

namespace FluentProfiles.Hosting;

/// <summary>Writes a client's events to a log.</summary>
internal sealed class EventLog(ILogger logger)
{
    public void Write(ProfilesEvent happened)
    {
        var tag = OrNone(happened.Tag);
        switch (happened)
        {
            case RequestCompletedEvent { ErrorType: null } it:
                logger.RequestCompleted(
                    it.Method,
                    it.Route,
                    it.Status,
                    Milliseconds(it.Duration),
                    it.Bytes,
                    OrNone(it.RequestId),
                    tag
                );
                break;
            case RequestCompletedEvent it:
                logger.RequestFailed(
                    it.Method,
                    it.Route,
                    it.ErrorType,
                    Milliseconds(it.Duration),
                    OrNone(it.RequestId),
                    tag
                );
                break;
            case RetryScheduledEvent it:
                logger.RetryScheduled(it.Method, it.Route, it.ErrorType, it.Retry, Milliseconds(it.Wait), tag);
                break;
            case CallbackFailedEvent it:
                logger.CallbackFailed(it.Callback, it.ErrorType);
                break;
            case QueryCompletedEvent it:
                logger.QueryCompleted(
                    it.Requests,
                    it.Retries,
                    it.Read,
                    it.Returned,
                    Milliseconds(it.Duration),
                    OrNone(it.ErrorType),
                    tag
                );
                break;
        }
    }

    private static string OrNone(string? text) => text ?? "none";

    private static double Milliseconds(TimeSpan time) => Math.Round(time.TotalMilliseconds, 1);
}
