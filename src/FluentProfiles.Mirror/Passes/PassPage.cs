using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Mirror.Passes;

/// <summary>A page of a pass.</summary>
/// <param name="Rows">Its profiles, newest first.</param>
/// <param name="NextCursor">The cursor of the page behind it; null at the end of the listing.</param>
/// <param name="RequestedAt">When it was requested.</param>
/// <param name="IsLast">True where the pass needs no page behind it.</param>
internal sealed record PassPage(
    IReadOnlyList<ProfileRow> Rows,
    string? NextCursor,
    DateTimeOffset RequestedAt,
    bool IsLast
);
