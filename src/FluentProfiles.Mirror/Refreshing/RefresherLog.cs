using Microsoft.Extensions.Logging;

namespace FluentProfiles.Mirror.Refreshing;

/// <summary>What the hosted refresher logs. No message has an id, a key or another value of a customer.</summary>
internal static partial class RefresherLog
{
    [LoggerMessage(
        EventId = 1,
        EventName = "Planned",
        Level = LogLevel.Information,
        Message = "The mirror has {Rows} profiles and plans {Plan}"
    )]
    public static partial void Planned(this ILogger logger, long rows, RefreshPlan plan);

    [LoggerMessage(
        EventId = 2,
        EventName = "Stretched",
        Level = LogLevel.Warning,
        Message = "The usual schedule needs {Usual} requests a day, more than the {RequestsPerDay} of RequestsPerDay; all intervals are {Factor:0.#} times as long"
    )]
    public static partial void Stretched(this ILogger logger, double usual, int requestsPerDay, double factor);

    [LoggerMessage(
        EventId = 3,
        EventName = "Completed",
        Level = LogLevel.Debug,
        Message = "The pass {Kind} is complete: {Requests} requests, {Read} profiles read, {Added} added, {Changed} changed, {Removed} removed"
    )]
    public static partial void Completed(
        this ILogger logger,
        MirrorPassKind kind,
        long requests,
        long read,
        long added,
        long changed,
        long removed
    );

    [LoggerMessage(
        EventId = 20,
        EventName = "NotWrittenThrough",
        Level = LogLevel.Warning,
        Message = "Writes of the application do not reach the mirror, and their profiles are read again later. This is logged once until writes reach the mirror again. {Reason}"
    )]
    public static partial void NotWrittenThrough(this ILogger logger, string reason, Exception failure);

    [LoggerMessage(
        EventId = 21,
        EventName = "Empty",
        Level = LogLevel.Warning,
        Message = "The full pass is complete and the service has listed no profile. Unless the account has none, check the key, the workspace and the address"
    )]
    public static partial void Empty(this ILogger logger);

    [LoggerMessage(EventId = 4, EventName = "Stopped", Level = LogLevel.Error, Message = "{Reason}")]
    public static partial void Stopped(this ILogger logger, string reason);

    [LoggerMessage(
        EventId = 5,
        EventName = "Failed",
        Level = LogLevel.Warning,
        Message = "The pass {Kind} has failed and is tried again in {Wait}: {Reason}"
    )]
    public static partial void Failed(
        this ILogger logger,
        MirrorPassKind kind,
        TimeSpan wait,
        string reason,
        Exception failure
    );

    [LoggerMessage(
        EventId = 6,
        EventName = "Leased",
        Level = LogLevel.Information,
        Message = "This process refreshes the mirror now, with the lease {Term}"
    )]
    public static partial void Leased(this ILogger logger, long term);

    [LoggerMessage(
        EventId = 7,
        EventName = "StandsBy",
        Level = LogLevel.Information,
        Message = "{Owner} refreshes the mirror; this process stands by and takes over when it ends"
    )]
    public static partial void StandsBy(this ILogger logger, string owner);

    [LoggerMessage(
        EventId = 8,
        EventName = "Lost",
        Level = LogLevel.Warning,
        Message = "This process has lost the lease {Term} and no longer refreshes the mirror; it was suspended, or the database did not respond in time"
    )]
    public static partial void Lost(this ILogger logger, long term);

    [LoggerMessage(
        EventId = 9,
        EventName = "NotStarted",
        Level = LogLevel.Warning,
        Message = "Refreshing can't start and is tried again in {Wait}: {Reason}"
    )]
    public static partial void NotStarted(this ILogger logger, TimeSpan wait, string reason, Exception failure);

    [LoggerMessage(
        EventId = 10,
        EventName = "DatabaseLost",
        Level = LogLevel.Error,
        Message = "The database of the mirror is lost, and refreshing goes on when it is back: {Reason}"
    )]
    public static partial void DatabaseLost(this ILogger logger, string reason);

    [LoggerMessage(
        EventId = 11,
        EventName = "DatabaseBack",
        Level = LogLevel.Information,
        Message = "The database of the mirror is back after {Time}"
    )]
    public static partial void DatabaseBack(this ILogger logger, TimeSpan time);

    [LoggerMessage(
        EventId = 12,
        EventName = "InboxFailed",
        Level = LogLevel.Warning,
        Message = "Profiles of the inbox can't be read, and are tried again until they can: {Reason}. This is not logged again until a reading succeeds"
    )]
    public static partial void InboxFailed(this ILogger logger, string reason, Exception failure);
}
