namespace FluentProfiles.Mirror.Storing;

/// <summary>What became of rows that were put.</summary>
/// <param name="Added">New profiles.</param>
/// <param name="Changed">Profiles whose content was another.</param>
/// <param name="Unchanged">Profiles with the stored JSON. Nothing was written.</param>
/// <param name="Older">Readings older than what is stored. Nothing was written.</param>
/// <param name="Refilled">Profiles with the stored content, but other members that the model does not know.</param>
internal readonly record struct WriteCounts(int Added, int Changed, int Unchanged, int Older, int Refilled = 0);
