using FluentProfiles.Running.Stages;

namespace FluentProfiles.Running;

/// <summary>What the caller of a run wants of it.</summary>
internal sealed record RunOptions
{
    public static RunOptions Default { get; } = new();

    /// <summary>The number of items after which the run stops, with a token that resumes behind them; null for all.</summary>
    public int? MaxItems { get; init; }

    /// <summary>True for a page of <see cref="MaxItems"/> items: it is short when the budget is spent, and the size of the service's
    /// pages may follow from it. False for a terminal such as <c>FirstAsync</c>, which keeps the page size of a cursor.</summary>
    public bool IsPage { get; init; }

    /// <summary>True to count items without returning them.</summary>
    public bool OnlyCounts { get; init; }

    /// <summary>True when the caller receives nothing before the end.</summary>
    public bool ReturnsAtEnd { get; init; }

    /// <summary>True for a bulk write: a profile that <c>WithDetails</c> reads again must still meet the conditions before
    /// it.</summary>
    public bool ChecksAgain { get; init; }

    /// <summary>Creates the stages of the run; null for those of a query that only reads.</summary>
    public StageFactory? Stages { get; init; }

    /// <summary>True when a failed run has returned nothing, so that another run has to start where this one did.</summary>
    public bool ReturnsNothingOnFailure => ReturnsAtEnd || OnlyCounts || MaxItems is not null;
}
