using FluentProfiles.Writing.Single;

namespace FluentProfiles.Writing.Bulk.Writes;

/// <summary>What a bulk write has to do about one profile that its query has found.</summary>
/// <param name="Id">The id of the profile.</param>
/// <param name="Changes">What it changes; for a delete, what is lost.</param>
internal sealed record PlannedWrite(string Id, IReadOnlyList<FieldChange> Changes)
{
    /// <summary>Its number among those that the query has given.</summary>
    public long Number { get; init; }

    /// <summary>What is sent; null for a delete.</summary>
    public ProfileWrite? Write { get; init; }

    /// <summary>Why nothing can be sent: a setter threw, or gave a value beyond its limits.</summary>
    public Exception? Error { get; init; }

    /// <summary>True when a write has to be sent.</summary>
    public bool IsDue => Error is null && !IsUnchanged;

    /// <summary>Whether the profile is as wanted already.</summary>
    public bool IsUnchanged => Write is { IsEmpty: true } && Error is null;
}
