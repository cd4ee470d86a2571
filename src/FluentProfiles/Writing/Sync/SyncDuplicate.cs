namespace FluentProfiles;

/// <summary>A key that several rows or several profiles share. A sync writes none of them.</summary>
/// <param name="Key">The key.</param>
/// <param name="Rows">The one-based positions of the first ten rows with the key.</param>
/// <param name="ProfileIds">The ids of the first ten profiles with the key.</param>
public sealed record SyncDuplicate(string Key, IReadOnlyList<long> Rows, IReadOnlyList<string> ProfileIds)
{
    /// <summary>Returns the duplicate in one line: <c>customer-17: rows 3, 8; profiles uprof_…</c>.</summary>
    public override string ToString() =>
        $"{Key}: rows {string.Join(", ", Rows)}; profiles {string.Join(", ", ProfileIds)}";
}
