namespace FluentProfiles.Emulator.Store;

/// <summary>A place in an order: the value sorted by, and the sequence number that decides between equal ones. It stays a
/// place when its profile is gone, which is why a cursor holds it and no offset.</summary>
internal readonly record struct SortKey(long CreatedTicks, string? Name, int Sequence);
