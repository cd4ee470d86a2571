namespace FluentProfiles;

/// <summary>What a join has found.</summary>
public enum MatchKind
{
    /// <summary>A row and the first profile with its key.</summary>
    Matched,

    /// <summary>A row for which the query gave no profile.</summary>
    RowOnly,

    /// <summary>A profile whose key no row has, or that has none.</summary>
    ProfileOnly,

    /// <summary>A row whose key an earlier row has, with the profile that went to that one; without, where there is
    /// none.</summary>
    DuplicateRow,

    /// <summary>A profile whose key an earlier profile has, with the row that went to that one.</summary>
    DuplicateProfile,
}
