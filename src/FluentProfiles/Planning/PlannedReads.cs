using FluentProfiles.Evaluation;
using FluentProfiles.Expressions.Fields;
using FluentProfiles.Json.Pages;
using FluentProfiles.Model.Schema;
using FluentProfiles.Operators;
using FluentProfiles.Operators.Orders;
using FluentProfiles.Operators.Windows;

namespace FluentProfiles.Planning;

/// <summary>Decides what the run of a plan reads of each profile.</summary>
internal static class PlannedReads
{
    /// <summary>Returns the reads of profiles that are kept whole for later if some conditions hold.</summary>
    public static ProfileReads Held(ExecutionPlan plan, IReadOnlyCollection<QueryOperator> conditions) =>
        new(plan.Fields | plan.Checked)
        {
            FirstSteps = conditions.Count,
            First = RequiredFields.Of(conditions) | plan.Tracked | plan.Checked,
            Required = RequiredOf(plan),
        };

    public static ProfileReads Of(ExecutionPlan plan, RunConditions conditions)
    {
        if (plan.Ids is not null)
            return new(plan.Fields) { Required = RequiredOf(plan) };
        var leading = plan.Operators.TakeWhile(conditions.RetainsNothing).Count();
        var escape =
            plan.Operators.ElementAtOrDefault(leading) is not SelectOperator { Lambda: { } selector }
            || ItemUse.Escapes(selector);
        var all = plan.Fields | plan.Checked;
        var rest = escape ? all : RequiredFields.Of(plan.Operators.Skip(leading));
        // A Take drops nothing that it is given, so it alone is no reason to read a profile twice.
        var drops = plan
            .Operators.Take(leading)
            .Any(step => step is not (WindowOperator { IsTake: true } or UnorderedOperator));
        return new(all)
        {
            FirstSteps = drops ? leading : 0,
            First =
                RequiredFields.Of(plan.Operators.Take(leading)) | plan.Tracked | plan.Checked | (all & Counted(plan)),
            Rest = rest,
            ProfilesEscape = escape,
            Required = RequiredOf(plan),
        };
    }

    /// <summary>The fields of the filters, without those that the shape of look-ups does not have: no profile matches
    /// them.</summary>
    private static FieldMask FilteredBy(ExecutionPlan plan) =>
        plan
            .Listing.Filters.Sets.Where(set => set.Key.IsServedBy(plan.Environment.Betas.Revision))
            .Aggregate(FieldMask.None, (mask, set) => mask | set.Key.Mask);

    // The order decides which profiles a Skip or a Take drops, so it is checked on the dropped ones, too.
    private static FieldMask Counted(ExecutionPlan plan) => plan.Steps.HaveWindow ? plan.PositionMask : FieldMask.None;

    private static FieldMask RequiredOf(ExecutionPlan plan) =>
        ProfileSchema.Id.Mask
        | FilteredBy(plan)
        | TimesNamedBy(plan)
        | (NeedsPositions(plan) ? plan.PositionMask : FieldMask.None);

    // A run that returns whole profiles reads their times, too, but nothing depends on them.
    private static FieldMask TimesNamedBy(ExecutionPlan plan) =>
        RequiredFields.NamedBy(plan.Operators)
        & ProfileSchema.Times.Aggregate(FieldMask.None, (mask, time) => mask | time.Mask);

    // Nothing depends on the positions in the service's own order.
    private static bool NeedsPositions(ExecutionPlan plan) => plan.IsTwoEnded || plan.Order.Key is not null;
}
