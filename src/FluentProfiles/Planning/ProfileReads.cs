using FluentProfiles.Model;
using FluentProfiles.Planning.Expressions;
using FluentProfiles.Query.Operators;

namespace FluentProfiles.Planning;

/// <summary>What a run reads of each profile, and when: first what the leading steps look at, then, of the profiles that pass
/// them, what comes after. What does not pass is never built.</summary>
/// <param name="All">Every field that the run reads.</param>
internal sealed record ProfileReads(FieldMask All)
{
    /// <summary>How many of the plan's steps come first; 0 where a profile is read at one go.</summary>
    public int FirstSteps { get; private init; }

    /// <summary>What those steps look at.</summary>
    public FieldMask First { get; private init; }

    /// <summary>What comes after them looks at; all that the run reads where whole profiles leave it.</summary>
    public FieldMask Rest { get; private init; } = All;

    /// <summary>Whether profiles, or something that still reads them, leave the run: then each has an object of its own, else
    /// a few are read into over and over.</summary>
    public bool Leave { get; private init; } = true;

    /// <summary>The fields that a profile must have if they are read, because its place in the result depends on
    /// them.</summary>
    public FieldMask Required { get; init; } = ProfileSchema.Id.Mask;

    /// <summary>The reads of profiles that are kept whole for later if some conditions hold.</summary>
    public static ProfileReads Held(QueryPlan plan, IReadOnlyCollection<QueryOperator> conditions) =>
        new(plan.FieldMask | plan.Checked)
        {
            FirstSteps = conditions.Count,
            First = RequiredFields.Of(conditions) | plan.Tracked | plan.Checked,
            Required = RequiredOf(plan),
        };

    public static ProfileReads Of(QueryPlan plan)
    {
        if (plan.Ids is not null)
            return new(plan.FieldMask) { Required = RequiredOf(plan) };
        var looking = plan.Operators.TakeWhile(step => step.OnlyLooks).Count();
        var leave =
            plan.Operators.ElementAtOrDefault(looking) is not SelectOperator { Lambda: { } selector }
            || ItemUse.Escapes(selector);
        var all = plan.FieldMask | plan.Checked;
        var rest = leave ? all : RequiredFields.Of(plan.Operators.Skip(looking));
        // A Take drops nothing that it is given, so it alone is no reason to read in two goes.
        var drops = plan
            .Operators.Take(looking)
            .Any(step => step is not (CountOperator { IsTake: true } or AnyOrderOperator));
        return new(all)
        {
            FirstSteps = drops ? looking : 0,
            First =
                RequiredFields.Of(plan.Operators.Take(looking)) | plan.Tracked | plan.Checked | (all & Counted(plan)),
            Rest = rest,
            Leave = leave,
            Required = RequiredOf(plan),
        };
    }

    /// <summary>False for look-ups under a shape without statuses, where no profile matches.</summary>
    private static bool IsFilteredByServedStatus(QueryPlan plan) =>
        plan.EnforcementStatuses.Count > 0 && ProfileSchema.EnforcementStatus.Facts!.IsServedBy(plan.Revision);

    // The order decides which profiles a Skip or a Take drops, so it is checked on the dropped ones, too.
    private static FieldMask Counted(QueryPlan plan) =>
        plan.DescendingByCreatedAt is not null && plan.Operators.Any(step => step is CountOperator)
            ? ProfileSchema.CreatedAt.Mask
            : FieldMask.None;

    private static FieldMask RequiredOf(QueryPlan plan) =>
        ProfileSchema.Id.Mask
        | (IsFilteredByServedStatus(plan) ? ProfileSchema.EnforcementStatus.Mask : FieldMask.None)
        | (plan.NeedsCreatedAt ? ProfileSchema.CreatedAt.Mask : FieldMask.None);
}
