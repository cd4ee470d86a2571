using Microsoft.Extensions.Logging;

namespace FluentProfiles.Hosting;

/// <summary>What the package logs. None of it holds a key, an id or another value of a customer's.</summary>
internal static partial class HostingLog
{
    [LoggerMessage(
        EventId = 1,
        EventName = "ReloadRefused",
        Level = LogLevel.Error,
        Message = "The reloaded options of FluentProfiles are invalid, so the previous options stay in force: {Reason}"
    )]
    public static partial void ReloadRefused(this ILogger logger, string reason);

    [LoggerMessage(
        EventId = 2,
        EventName = "RequestCompleted",
        Level = LogLevel.Debug,
        Message = "{Method} {Route} returned {Status} after {Milliseconds} ms, {Bytes} bytes, request id {RequestId}, tag {Tag}"
    )]
    public static partial void RequestCompleted(
        this ILogger logger,
        string method,
        string route,
        int? status,
        double milliseconds,
        long bytes,
        string requestId,
        string tag
    );

    [LoggerMessage(
        EventId = 3,
        EventName = "RequestFailed",
        Level = LogLevel.Information,
        Message = "{Method} {Route} failed with {ErrorType} after {Milliseconds} ms, request id {RequestId}, tag {Tag}"
    )]
    public static partial void RequestFailed(
        this ILogger logger,
        string method,
        string route,
        string errorType,
        double milliseconds,
        string requestId,
        string tag
    );

    [LoggerMessage(
        EventId = 4,
        EventName = "RetryScheduled",
        Level = LogLevel.Warning,
        Message = "{Method} {Route} failed with {ErrorType}; retry {Retry} follows in {Milliseconds} ms, tag {Tag}"
    )]
    public static partial void RetryScheduled(
        this ILogger logger,
        string method,
        string route,
        string errorType,
        int retry,
        double milliseconds,
        string tag
    );

    [LoggerMessage(
        EventId = 5,
        EventName = "QueryCompleted",
        Level = LogLevel.Debug,
        Message = "A query ended: {Requests} requests, {Retries} of them retries, {Read} profiles read, {Returned} items returned, {Milliseconds} ms, error: {ErrorType}, tag {Tag}"
    )]
    public static partial void QueryCompleted(
        this ILogger logger,
        long requests,
        long retries,
        long read,
        long returned,
        double milliseconds,
        string errorType,
        string tag
    );

    [LoggerMessage(
        EventId = 6,
        EventName = "CallbackFailed",
        Level = LogLevel.Warning,
        Message = "A callback ({Callback}) of FluentProfiles has thrown {ErrorType}; the exception was dropped and changed no result"
    )]
    public static partial void CallbackFailed(this ILogger logger, string callback, string errorType);

    [LoggerMessage(
        EventId = 7,
        EventName = "ClientCreated",
        Level = LogLevel.Information,
        Message = "Requests go to {BaseUrl}, set by {Source}"
    )]
    public static partial void ClientCreated(this ILogger logger, string baseUrl, BaseUrlSource source);
}
