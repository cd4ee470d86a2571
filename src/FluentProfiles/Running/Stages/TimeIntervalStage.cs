using FluentProfiles.Operators.Conditions;

namespace FluentProfiles.Running.Stages;

/// <summary>Passes on the profiles whose time lies in an interval, and ends the scan beyond it if profiles come in the order of the
/// time.</summary>
internal sealed class TimeIntervalStage(TimeIntervalOperator step, Stage<UserProfile> next) : Stage<UserProfile>
{
    public override bool Push(UserProfile item)
    {
        var ticks = step.Time.PositionOf(item);
        if (step.Interval.Contains(ticks))
            return next.Push(item);
        return step.Descending is not { } descending || !step.Interval.EndsBefore(ticks, descending);
    }

    public override void Complete() => next.Complete();
}
