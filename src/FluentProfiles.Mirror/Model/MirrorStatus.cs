namespace FluentProfiles;

/// <summary>The state of a mirror: its age, its size, its last failure, and the process that refreshes it.</summary>
public sealed record MirrorStatus
{
    /// <summary>The start of the last complete full pass, or null before the first. The mirror has every change that the
    /// service made before it.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>The start of the last complete pass that read the statuses: a full one, or a statuses pass.</summary>
    public DateTimeOffset? StatusesAsOf { get; init; }

    /// <summary>The start of the last complete pass that read the new profiles: a full one, or one of new profiles.</summary>
    public DateTimeOffset? NewAsOf { get; init; }

    /// <summary>The number of this mirror's address and workspace in its database: <see cref="MirroredProfile.Scope"/> of its
    /// rows. Queries of your own need it if several mirrors share the database.</summary>
    public int Scope { get; init; }

    /// <summary>The number of stored profiles.</summary>
    public long Rows { get; init; }

    /// <summary>Gets a value that indicates whether a full pass has been completed, and stored profiles lack no member. Before that,
    /// queries throw a <see cref="MirrorNotReadyException"/>: all of them, or those that name one of the
    /// <see cref="MissingMembers"/>.</summary>
    public bool IsReady => AsOf is not null && MissingMembers.Count == 0;

    /// <summary>The members that this mirror stores and stored profiles may lack, as paths of JSON names, and metadata keys
    /// (<c>metadata["plan"]</c>). A process with other settings of <see cref="ProfileMirrorOptions.Store"/>, or with another
    /// user-profiles beta, has written these profiles. The next complete full pass fills the members in. Empty before the first
    /// pass.</summary>
    public IReadOnlyList<string> MissingMembers { get; init; } = [];

    /// <summary>The reason for the most recent failure. Null if no pass has failed, and once a pass of the same kind or a full
    /// pass is complete.</summary>
    public string? LastError { get; init; }

    /// <summary>The time of that failure.</summary>
    public DateTimeOffset? LastErrorAt { get; init; }

    /// <summary>The number of the pass that has stopped and waits for <see cref="ProfileMirror.ApproveAsync"/> or for another
    /// pass; null for none.</summary>
    public long? StoppedPass { get; init; }

    /// <summary>The number of stored profiles that the full pass under way has not found. They are removed only after it has
    /// read each of them by id.</summary>
    public long RemovalsHeldBack { get; init; }

    /// <summary>The holder of the lease, which refreshes the mirror: the name of its machine, the id of its process and a random
    /// number. Null when no process refreshes it.</summary>
    public string? Refresher { get; init; }

    /// <summary>The kinds of passes that were started, have neither ended nor stopped, and can be resumed.</summary>
    internal IReadOnlyList<MirrorPassKind> Unfinished { get; init; } = [];

    /// <summary>The kinds of passes that have stopped and wait for a decision.</summary>
    internal IReadOnlyList<MirrorPassKind> Stopped { get; init; } = [];

    internal DateTimeOffset? AsOfKind(MirrorPassKind kind) =>
        kind switch
        {
            MirrorPassKind.New => NewAsOf,
            MirrorPassKind.Statuses => StatusesAsOf,
            _ => AsOf,
        };
}
