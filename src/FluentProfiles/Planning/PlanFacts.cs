using FluentProfiles.Model.Schema;

namespace FluentProfiles.Planning;

/// <summary>What the planner has found out about a query before it decides how to run it.</summary>
internal readonly record struct PlanFacts
{
    /// <summary>True when no profile can match.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>How many profiles from the start of the listing are enough; null where that depends on what they are.</summary>
    public long? Needed { get; init; }

    /// <summary>The fields that the query looks at.</summary>
    public FieldMask Requested { get; init; }

    /// <summary>True when the run may stop within a page, so that it must know which profile was last.</summary>
    public bool TracksPosition { get; init; }

    /// <summary>What <c>UtcNow</c> is for the run; null where the query does not use it.</summary>
    public DateTimeOffset? Moment { get; init; }

    /// <summary>The tag of the query, or null.</summary>
    public string? Tag { get; init; }

    /// <summary>True when the query asks for a scan from both ends.</summary>
    public bool AsksForTwoEnds { get; init; }

    /// <summary>True when any order will do.</summary>
    public bool IsOrderFree { get; init; }

    /// <summary>How many Skips and Takes the run has added behind the query.</summary>
    public int WindowsOfRun { get; init; }
}
