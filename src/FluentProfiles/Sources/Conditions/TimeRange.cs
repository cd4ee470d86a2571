using FluentProfiles.Model.Schema;

namespace FluentProfiles.Sources.Conditions;

/// <summary>The value of a member is a time between two, both included.</summary>
/// <param name="Path">The member.</param>
/// <param name="From">The first time; null for no bound.</param>
/// <param name="To">The last time; null for no bound.</param>
internal sealed record TimeRange(FieldPath Path, DateTimeOffset? From, DateTimeOffset? To) : FilterNode
{
    public override string Text =>
        (From, To) switch
        {
            ({ } from, { } to) => $"{ConditionText.Of(from)} <= {Path.Name} <= {ConditionText.Of(to)}",
            ({ } from, null) => $"{Path.Name} >= {ConditionText.Of(from)}",
            (null, { } to) => $"{Path.Name} <= {ConditionText.Of(to)}",
            _ => $"{Path.Name} is not null",
        };
}
