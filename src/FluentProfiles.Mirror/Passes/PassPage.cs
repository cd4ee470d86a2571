using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Mirror.Passes;

/// <summary>A page of a pass.</summary>
/// <param name="Rows">Its profiles, newest first.</param>
/// <param name="NextCursor">The cursor of the page behind it; null at the end of the listing.</param>
/// <param name="RequestedAt">The latest moment that was seen before it was requested.</param>
/// <param name="IsLast">True where the pass needs no page behind it.</param>
internal sealed record PassPage(
    IReadOnlyList<ProfileRow> Rows,
    string? NextCursor,
    DateTimeOffset RequestedAt,
    bool IsLast
)
{
    /// <summary>The profiles that it lists.</summary>
    public IReadOnlySet<string> Ids { get; } = Rows.Select(row => row.Id).ToHashSet();

    /// <summary>True for a stored row that no later page lists. Profiles of the same time as the page's last one may come on the next
    /// page.</summary>
    public bool HasPassed(StoredRow row) => IsLast || (Rows.Count > 0 && row.CreatedAt > Rows[^1].CreatedAt);
}
