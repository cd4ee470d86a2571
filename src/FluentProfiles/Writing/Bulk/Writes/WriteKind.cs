namespace FluentProfiles.Writing.Bulk.Writes;

/// <summary>What a bulk write does to each profile.</summary>
internal enum WriteKind
{
    Update,
    Delete,
}
