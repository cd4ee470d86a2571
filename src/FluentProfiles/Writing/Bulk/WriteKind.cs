namespace FluentProfiles.Writing.Bulk;

/// <summary>What a bulk write does to each profile.</summary>
internal enum WriteKind
{
    Update,
    Delete,
}
