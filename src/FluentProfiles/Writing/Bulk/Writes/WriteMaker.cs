using FluentProfiles.Operators;
using FluentProfiles.Writing.Bulk.Setters;
using FluentProfiles.Writing.Single;

namespace FluentProfiles.Writing.Bulk.Writes;

/// <summary>Makes of a profile what has to be done about it. It keeps nothing of the profile but texts.</summary>
/// <param name="setters">What is set; for a delete, what a dry run shows.</param>
/// <param name="deletes">True to delete the profile.</param>
internal sealed class WriteMaker(IReadOnlyList<BoundSetter> setters, bool deletes)
{
    /// <summary>The maker for one run.</summary>
    /// <param name="step">The last step of the run's plan.</param>
    /// <param name="setters">The setters, in the order of the step's.</param>
    public static WriteMaker Of(WriteOperator step, IReadOnlyList<Setter> setters)
    {
        var profile = step.Lambda.Parameters[0];
        return new(
            [
                .. setters.Select(
                    (setter, i) => setter.Bind(WriteBlock.CurrentOf(step, i), WriteBlock.WantedOf(step, i), profile)
                ),
            ],
            step.Deletes
        );
    }

    public PlannedWrite Make(UserProfile profile)
    {
        List<FieldChange> changes = [];
        var write = deletes ? null : new ProfileWrite();
        try
        {
            foreach (var setter in setters)
            {
                if (setter.ChangeOf(profile) is not { } change)
                    continue;
                changes.Add(change);
                if (write is not null)
                    setter.Target.Set(write, change.After);
            }
            Limits.ThrowIfTooMany(PairsAfter(profile, write), null);
            return new(profile.Id, changes) { Write = write };
        }
        catch (Exception error)
        {
            // One profile that the setters can't cope with does not end the run.
            return new(profile.Id, changes) { Write = write, Error = error };
        }
    }

    /// <summary>How many pairs of metadata the profile will have, as far as the setters look at them.</summary>
    private static int PairsAfter(UserProfile profile, ProfileWrite? write)
    {
        var pairs = profile.Metadata.Count;
        foreach (var (key, value) in write?.Metadata ?? [])
        {
            if (value is null)
                pairs--;
            else if (!profile.Metadata.ContainsKey(key))
                pairs++;
        }
        return pairs;
    }
}
