namespace FluentProfiles.Writing.Bulk.Setters;

/// <summary>A setter of one run: the current value and the change, as JSON holds them.</summary>
internal sealed record BoundSetter(
    WriteTarget Target,
    Func<UserProfile, string?> Current,
    Func<UserProfile, Change<string>> Wanted
)
{
    /// <summary>The change that a profile needs, or null when it needs none.</summary>
    public FieldChange? ChangeOf(UserProfile profile)
    {
        var (before, wanted) = (Current(profile), Wanted(profile));
        return wanted == default || before == wanted.Value ? null : new(Target.Member, before, wanted.Value);
    }
}
