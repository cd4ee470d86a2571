namespace FluentProfiles;

/// <summary>One planned write of a <see cref="SyncPlan"/>.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Key">The key of the row; of a delete, the key of the profile.</param>
/// <param name="Id">The profile; null for a create.</param>
/// <param name="Changes">The members that are set, before and after; none for a delete.</param>
public sealed record SyncStep(SyncStepKind Kind, string Key, string? Id, IReadOnlyList<FieldChange> Changes)
{
    /// <summary>In one line: <c>Update customer-17 uprof_…: Name "Ada" → "Ada L."</c>. It shows values, which are your
    /// customers'.</summary>
    public override string ToString() =>
        $"{Kind} {Key}{(Id is null ? "" : $" {Id}")}" + (Changes.Count == 0 ? "" : $": {string.Join(", ", Changes)}");
}
