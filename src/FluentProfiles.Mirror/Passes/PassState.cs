using System.Text.Json;
using System.Text.Json.Serialization;
using FluentProfiles.Mirror.Model.Columns;

namespace FluentProfiles.Mirror.Passes;

/// <summary>How far a pass has come: what another process needs to go on with it. It holds no time at which to go on, so that no
/// pause survives a restart.</summary>
internal sealed record PassState
{
    /// <summary>The number of the pass: the moment of the transaction that has begun it.</summary>
    public required long Id { get; init; }

    public required MirrorPassKind Kind { get; init; }

    /// <summary>When the pass was started, by the clock of the process.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When the pass was begun, by the clock of the database.</summary>
    public DateTimeOffset BegunAt { get; init; }

    /// <summary>How many rows there were when the pass was started.</summary>
    public required long RowsAtStart { get; init; }

    /// <summary>True before the first complete full pass.</summary>
    public bool IsFirst { get; init; }

    /// <summary>The cursor of the next page; null for the first.</summary>
    public string? Cursor { get; init; }

    public PassBorder Border { get; init; } = PassBorder.Start;

    /// <summary>True when the last page has been compared.</summary>
    public bool HasListedAll { get; init; }

    /// <summary>True when stored profiles were found with the key in use.</summary>
    public bool HasFoundKnown { get; init; }

    /// <summary>When the newest profile was created that the pass has listed; null where there was none. It is not later than
    /// <see cref="BegunAt"/>.</summary>
    public DateTimeOffset? NewestAt { get; init; }

    public PassCounts Counts { get; init; }

    /// <summary>How many stored profiles were not listed, with those of the page that the pass has stopped before.</summary>
    public long Held { get; init; }

    /// <summary>Why the pass has stopped; null for a pass that goes on.</summary>
    public MirrorStopReason? Stop { get; init; }

    /// <summary>The last moment that was seen when the pass stopped.</summary>
    public DateTimeOffset StoppedAt { get; init; }

    /// <summary>The passes before this one that were stopped; null for none.</summary>
    public StoppedPasses? Before { get; init; }

    /// <summary>True when the pass goes on whatever it changes.</summary>
    public bool IsApproved { get; init; }

    /// <summary>The rows that count toward the limit of added ones.</summary>
    [JsonIgnore]
    public long AllAdded => Counts.Added + (Before?.Added ?? 0);

    /// <summary>The rows that count toward the limit of changed ones.</summary>
    [JsonIgnore]
    public long AllChanged => Counts.Changed - Counts.ChangedAgain + (Before?.Changed ?? 0);

    /// <summary>How many rows there were before anything was written that counts toward the limits.</summary>
    [JsonIgnore]
    public long RowsBefore => Before?.RowsAtStart ?? RowsAtStart;

    /// <summary>What counts toward the limits of the pass that replaces this one, which has stopped.</summary>
    [JsonIgnore]
    public StoppedPasses? BeforeNext =>
        Stop is MirrorStopReason.TooManyAdded or MirrorStopReason.TooManyChanged && Counts.Added + Counts.Changed > 0
            ? new(
                Before?.StartedAt ?? StartedAt,
                RowsBefore,
                AllAdded,
                AllChanged,
                Before?.From ?? Microseconds.ToTime(Id),
                StoppedAt
            )
            : Before;

    /// <summary>True when rows were compared that are not compared again.</summary>
    [JsonIgnore]
    public bool HasBegun => Border.CreatedAt is not null || Cursor is not null || HasListedAll;

    /// <summary>The enforcement statuses of the profiles that the pass lists; null for all.</summary>
    [JsonIgnore]
    public IReadOnlyList<string>? Statuses => Kind == MirrorPassKind.Statuses ? PassService.SweptStatuses : null;

    /// <summary>The pass without ids of profiles that were erased. The service's cursor may name the last profile of its page, so the
    /// listing starts again; rows that were written are found to be the same then.</summary>
    public PassState Without(IReadOnlySet<string> erased) =>
        !Border.Named.Any(erased.Contains) ? this
        : HasListedAll ? this with { Cursor = null, Border = PassBorder.Start }
        : this with { Cursor = null, Border = PassBorder.Start, Counts = Counts with { Missing = 0 } };

    public string Write() => JsonSerializer.Serialize(this);

    public static PassState Read(string text) => JsonSerializer.Deserialize<PassState>(text)!;

    public MirrorPassReport ToReport() =>
        new()
        {
            Kind = Kind,
            Pass = Id,
            StartedAt = StartedAt,
            Requests = Counts.Requests,
            Read = Counts.Read,
            Added = Counts.Added,
            Changed = Counts.Changed,
            Removed = Counts.Removed,
        };
}
