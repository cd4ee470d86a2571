namespace FluentProfiles;

/// <summary>A control of a type that this version does not know, kept in <see cref="StorageControl.Type"/>; its other members are in
/// <see cref="StorageControl.AdditionalProperties"/>.</summary>
public sealed class StorageUnknown() : StorageControl(default)
{
    internal static StorageUnknown Missing { get; } = new();
}
