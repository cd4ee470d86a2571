using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Mirror.Passes;

/// <summary>Stored rows that a page is compared with.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="AreFollowed">True where there are more of them: the page has passed a large gap of the listing.</param>
internal sealed record StoredRows(IReadOnlyList<StoredRow> Rows, bool AreFollowed);
