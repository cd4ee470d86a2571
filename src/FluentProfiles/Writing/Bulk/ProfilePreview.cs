namespace FluentProfiles;

/// <summary>What a bulk write would do to one profile.</summary>
/// <param name="Id">The profile.</param>
/// <param name="Changes">What changes, member by member; of a delete, what tells the customer: the name and the
/// reference.</param>
public sealed record ProfilePreview(string Id, IReadOnlyList<FieldChange> Changes)
{
    /// <summary>In one line: <c>uprof_…: Name "Ada" → "Ada L."</c>.</summary>
    public override string ToString() => $"{Id}: {string.Join(", ", Changes)}";
}
