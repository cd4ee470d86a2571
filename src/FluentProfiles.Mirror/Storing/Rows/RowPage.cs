namespace FluentProfiles.Mirror.Storing.Rows;

/// <summary>A page of a listing.</summary>
/// <param name="Rows">The profiles in the order of the service.</param>
/// <param name="NextCursor">The cursor of the next page; null at the end of the listing.</param>
internal sealed record RowPage(IReadOnlyList<ProfileRow> Rows, string? NextCursor);
