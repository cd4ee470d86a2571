namespace FluentProfiles.Writing.Bulk;

/// <summary>Makes of a profile what has to be done about it. It keeps nothing of the profile but texts.</summary>
/// <param name="setters">What is set; for a delete, what a dry run shows.</param>
/// <param name="kind">What is done.</param>
internal sealed class WriteMaker(IReadOnlyList<BoundSetter> setters, WriteKind kind)
{
    public PlannedWrite Make(UserProfile profile)
    {
        List<FieldChange> changes = [];
        var write = kind == WriteKind.Delete ? null : new ProfileWrite();
        var pairs = profile.Metadata.Count;
        try
        {
            foreach (var setter in setters)
            {
                if (setter.ChangeOf(profile) is not { } change)
                    continue;
                changes.Add(change);
                if (write is null)
                    continue;
                setter.Target.Set(write, change.After);
                if (setter.Target.Key is not null)
                    pairs += (change.Before is null ? 1 : 0) - (change.After is null ? 1 : 0);
            }
            Limits.ThrowIfTooMany(pairs, null);
            return new(profile.Id, changes) { Write = write };
        }
        catch (Exception error)
        {
            // One profile that the setters can't cope with does not end the run.
            return new(profile.Id, changes) { Write = write, Error = error };
        }
    }
}
