namespace FluentProfiles;

/// <summary>What an update changes of the data controls of a profile. A control that is not set stays as it is.</summary>
public sealed class DataControlChanges
{
    /// <summary>How to change the encryption keys; null, the default, leaves them as they are.</summary>
    public CmekChange? Cmek { get; set; }

    /// <summary>How to change the storage buckets; null, the default, leaves them as they are.</summary>
    public StorageChange? Storage { get; set; }
}
