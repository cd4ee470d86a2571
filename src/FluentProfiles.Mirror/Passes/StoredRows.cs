using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Mirror.Passes;

/// <summary>The stored rows that a page is compared with.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Uncompared">How many more there are, which were not read because too many are missing already.</param>
internal sealed record StoredRows(IReadOnlyList<StoredRow> Rows, long Uncompared);
