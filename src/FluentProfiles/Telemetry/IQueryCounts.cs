namespace FluentProfiles.Telemetry;

/// <summary>The figures of a run so far.</summary>
internal interface IQueryCounts
{
    long Requests { get; }

    long Retries { get; }

    long Read { get; }

    long Returned { get; }

    long Bytes { get; }
}
