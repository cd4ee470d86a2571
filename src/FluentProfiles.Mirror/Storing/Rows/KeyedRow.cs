namespace FluentProfiles.Mirror.Storing.Rows;

/// <summary>A profile with the key of its row, and the moment at which it is written.</summary>
internal readonly record struct KeyedRow(long Key, ProfileRow Row, DateTimeOffset StoredAt);
