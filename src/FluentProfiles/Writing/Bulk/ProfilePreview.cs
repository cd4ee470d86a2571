namespace FluentProfiles;

/// <summary>The changes that a bulk write would make to one profile.</summary>
/// <param name="Id">The id of the profile.</param>
/// <param name="Changes">The changes by member. For a delete, the members that identify the customer: the name and the
/// reference.</param>
public sealed record ProfilePreview(string Id, IReadOnlyList<FieldChange> Changes)
{
    /// <summary>Returns the changes in one line: <c>uprof_…: Name "Ada" → "Ada L."</c>.</summary>
    public override string ToString() => $"{Id}: {string.Join(", ", Changes)}";
}
