namespace FluentProfiles;

/// <summary>One planned write of a <see cref="SyncPlan"/>.</summary>
/// <param name="Kind">The kind of the write.</param>
/// <param name="Key">The key of the row or, for a delete, of the profile.</param>
/// <param name="Id">The id of the profile; null for a create.</param>
/// <param name="Changes">The members that are set, with their values before and after; empty for a delete.</param>
public sealed record SyncStep(SyncStepKind Kind, string Key, string? Id, IReadOnlyList<FieldChange> Changes)
{
    /// <summary>Returns the step in one line: <c>Update customer-17 uprof_…: Name "Ada" → "Ada L."</c>. It contains
    /// values, which are customer data.</summary>
    public override string ToString() =>
        $"{Kind} {Key}{(Id is null ? "" : $" {Id}")}" + (Changes.Count == 0 ? "" : $": {string.Join(", ", Changes)}");
}
