namespace FluentProfiles;

/// <summary>The changes of an update to the data controls of a profile. A control that is not set stays
/// unchanged.</summary>
public sealed class DataControlChanges
{
    /// <summary>The change of the encryption keys; null (the default) leaves them unchanged.</summary>
    public CmekChange? Cmek { get; set; }

    /// <summary>The change of the storage buckets; null (the default) leaves them unchanged.</summary>
    public StorageChange? Storage { get; set; }
}
