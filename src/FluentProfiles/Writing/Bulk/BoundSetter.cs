namespace FluentProfiles.Writing.Bulk;

/// <summary>A setter of one run: what is there and what is to be there, as JSON holds it.</summary>
internal sealed record BoundSetter(
    WriteTarget Target,
    Func<UserProfile, string?> Current,
    Func<UserProfile, string?> Wanted
)
{
    /// <summary>The change that a profile needs; null where it is as wanted.</summary>
    public FieldChange? ChangeOf(UserProfile profile)
    {
        var (before, after) = (Current(profile), Wanted(profile));
        // An empty value of metadata is none.
        if (Target.Key is not null && string.IsNullOrEmpty(after))
            after = null;
        return before == after ? null : new(Target.Member, before, after);
    }
}
