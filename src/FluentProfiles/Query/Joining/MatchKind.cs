namespace FluentProfiles;

/// <summary>The kind of a <see cref="ProfileMatch{TRow, T}"/>: which sides of a join have an item, and whether its key
/// is a duplicate.</summary>
public enum MatchKind
{
    /// <summary>A row and the first profile with the same key.</summary>
    Matched,

    /// <summary>A row without a matching profile.</summary>
    RowOnly,

    /// <summary>A profile without a matching row. Its key is null, or no row has it.</summary>
    ProfileOnly,

    /// <summary>A row whose key an earlier row already has. It comes with the profile that matched the earlier row, if
    /// any.</summary>
    DuplicateRow,

    /// <summary>A profile whose key an earlier profile already has. It comes with the row that matched the earlier
    /// profile.</summary>
    DuplicateProfile,
}
