namespace FluentProfiles.Mirror.Storing.Rows;

/// <summary>A profile with the key of its row.</summary>
internal readonly record struct KeyedRow(long Key, ProfileRow Row);
