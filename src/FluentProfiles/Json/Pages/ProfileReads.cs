using FluentProfiles.Model.Schema;

namespace FluentProfiles.Json.Pages;

/// <summary>The fields that a run reads of each profile, and when: first those that the leading steps use, then, for the profiles that
/// pass them, those that the later steps use. A profile that does not pass is never built.</summary>
/// <param name="All">Every field that the run reads.</param>
internal sealed record ProfileReads(FieldMask All)
{
    /// <summary>The number of leading steps of the plan; 0 if a profile is read at once.</summary>
    public int FirstSteps { get; init; }

    /// <summary>The fields that the leading steps use.</summary>
    public FieldMask First { get; init; }

    /// <summary>The fields that the later steps use; all fields if the run returns whole profiles.</summary>
    public FieldMask Rest { get; init; } = All;

    /// <summary>True when the run returns profiles, or something that still reads them. Each then has an object of its own;
    /// otherwise a few objects are reused.</summary>
    public bool ProfilesEscape { get; init; } = true;

    /// <summary>The fields that a profile must have if they are read, because its place in the result depends on
    /// them.</summary>
    public FieldMask Required { get; init; } = ProfileSchema.Id.Mask;
}
