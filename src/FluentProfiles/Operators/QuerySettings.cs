using FluentProfiles.Resume;
using FluentProfiles.Sources;

namespace FluentProfiles.Operators;

/// <summary>The settings of a query. Null leaves the choice to the client or the planner.</summary>
internal sealed record QuerySettings
{
    public static QuerySettings Default { get; } = new();

    /// <summary>What only the service understands.</summary>
    public SourceSettings Source { get; init; } = SourceSettings.Default;

    public int? PageSize { get; init; }

    public int? Prefetch { get; init; }

    public bool TwoEnded { get; init; }

    public int? MaxRequests { get; init; }

    /// <summary>The time for a run inside <c>MoveNextAsync</c>; null for no limit.</summary>
    public TimeSpan? RunTimeout { get; init; }

    public string? Tag => Source.Requests.Tag;

    public ProgressReceiver? Progress { get; init; }

    public ResumeToken? Resume { get; init; }

    /// <summary>What <see cref="Resume"/> says, once it has been compared with the query.</summary>
    public ResumePoint? Start { get; init; }

    public string? Cursor { get; init; }

    /// <summary>True when the run starts within a listing, whose order, filter and page size it has to keep.</summary>
    public bool StartsWithin => Resume is not null || Cursor is not null;
}
