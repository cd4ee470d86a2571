namespace FluentProfiles.Emulator.Store;

/// <summary>What a list can be sorted by: the fields that the model marks as sortable.</summary>
internal enum SortField
{
    CreatedAt,
    Name,
}
