using FluentProfiles.Planning.Filters;

namespace FluentProfiles.Running.Stages;

/// <summary>Passes on what was created within a range, and ends the scan beyond it.</summary>
/// <param name="range">The range.</param>
/// <param name="descending">The direction in which profiles come, or null where another field orders them.</param>
/// <param name="next">The stage that follows.</param>
internal sealed class CreatedAtStage(CreatedAtRange range, bool? descending, Stage<UserProfile> next)
    : Stage<UserProfile>
{
    public override bool Push(UserProfile item)
    {
        if (range.Contains(item.CreatedAt))
            return next.Push(item);
        return descending is not { } down || !range.EndsBefore(item.CreatedAt, down);
    }

    public override void Complete() => next.Complete();
}
