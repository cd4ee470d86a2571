namespace FluentProfiles.Writing.Sync.Saving;

/// <summary>A step as a saved plan holds it.</summary>
internal sealed record StepData(SyncStepKind Kind, string Key)
{
    /// <summary>The profile; null for a create.</summary>
    public string? Id { get; init; }

    /// <summary>The hash of what the platform had written of the profile when it was read; null for a create.</summary>
    public string? Seen { get; init; }

    /// <summary>What an update changes, for people. What it sends comes from a comparison with a new reading.</summary>
    public IReadOnlyList<FieldChange>? Changes { get; init; }

    /// <summary>What is wanted of the profile, as the body of a create; null for a delete.</summary>
    public RawJson? Profile { get; init; }
}
