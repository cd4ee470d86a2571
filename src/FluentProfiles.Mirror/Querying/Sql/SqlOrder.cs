namespace FluentProfiles.Mirror.Querying.Sql;

/// <summary>The order of a listing: by a value, then by id, both in one direction, with nulls last.</summary>
/// <param name="Key">What is sorted by: a column, or what a function makes of it.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="IsNullable">True if profiles may have no value.</param>
/// <param name="Descending">The direction.</param>
internal sealed record SqlOrder(string Key, KeyKind Kind, bool IsNullable, bool Descending)
{
    /// <summary>False for an order that the database sorts, all of it for each statement.</summary>
    public bool HasIndex { get; init; } = true;

    /// <summary>The same order, for which SQLite uses no index.</summary>
    public SqlOrder WithoutIndex() => this with { Key = $"+{Key}" };

    /// <summary>A value that no other comes before: profiles with a value are at or behind it, those without are not.</summary>
    public object Least =>
        Kind switch
        {
            KeyKind.Text => "",
            KeyKind.Bytes => Array.Empty<byte>(),
            _ => long.MinValue,
        };
}
