namespace FluentProfiles;

/// <summary>A key that several rows or several profiles have. A sync writes none of them.</summary>
/// <param name="Key">The key.</param>
/// <param name="Rows">The positions of the rows with the key, counted from 1; the first ten.</param>
/// <param name="ProfileIds">The profiles with the key; the first ten.</param>
public sealed record SyncDuplicate(string Key, IReadOnlyList<long> Rows, IReadOnlyList<string> ProfileIds)
{
    /// <summary>In one line: <c>customer-17: rows 3, 8; profiles uprof_…</c>.</summary>
    public override string ToString() =>
        $"{Key}: rows {string.Join(", ", Rows)}; profiles {string.Join(", ", ProfileIds)}";
}
