namespace FluentProfiles.Writing.Sync.Saving;

/// <summary>The counts of a plan.</summary>
internal sealed class PlanCounts
{
    public int Rows { get; set; }

    public int Profiles { get; set; }

    public int Unchanged { get; set; }

    public int Owned { get; set; }

    public int ProfilesWithoutRow { get; set; }

    public int RowsWithoutKey { get; set; }

    public int ProfilesWithoutKey { get; set; }

    public int DuplicateKeys { get; set; }

    public int DuplicateRows { get; set; }

    public int DuplicateProfiles { get; set; }

    public int FailedRows { get; set; }
}
