namespace FluentProfiles;

/// <summary>The control is off: no region has a bucket.</summary>
public sealed class StorageDisabled() : StorageControl(DataControlType.Disabled);
