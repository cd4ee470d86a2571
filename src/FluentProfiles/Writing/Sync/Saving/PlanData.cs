using System.Text.Json.Serialization;
using FluentProfiles.Writing.Sync.Planning;

namespace FluentProfiles.Writing.Sync.Saving;

/// <summary>A plan as data, and as it is saved.</summary>
internal sealed record PlanData
{
    /// <summary>The version of the form. A plan of another version is refused.</summary>
    public const int CurrentVersion = 1;

    [JsonRequired]
    public int Version { get; init; } = CurrentVersion;

    [JsonRequired]
    public DateTimeOffset CreatedAt { get; init; }

    public required SyncScope Scope { get; init; }

    /// <summary>The member of a profile that holds the key, as a caller names it.</summary>
    public required string KeyMember { get; init; }

    /// <summary>The key of metadata, where the key is a pair of it.</summary>
    public string? KeyPair { get; init; }

    /// <summary>The ownership mark; null for none.</summary>
    public SyncMark? Mark { get; init; }

    public double MaxDeletedShare { get; init; }

    /// <summary>When the newest profile was created that the plan has seen; null for none.</summary>
    public DateTimeOffset? Newest { get; init; }

    public PlanCounts Counts { get; init; } = new();

    public IReadOnlyList<SyncDuplicate> Duplicates { get; init; } = [];

    public IReadOnlyList<SyncRowFailure> Failures { get; init; } = [];

    public IReadOnlyList<RawJson> Creates { get; init; } = [];

    public IReadOnlyList<RawJson> Updates { get; init; } = [];

    public IReadOnlyList<RawJson> Deletes { get; init; } = [];
}
