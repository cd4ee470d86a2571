using FluentProfiles.Evaluation;
using FluentProfiles.Expressions.Fields;
using FluentProfiles.Model.Schema;
using FluentProfiles.Operators;
using FluentProfiles.Operators.Orders;
using FluentProfiles.Operators.Windows;

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

    /// <summary>What comes after them looks at; all that the run reads where it returns whole profiles.</summary>
    public FieldMask Rest { get; private init; } = All;

    /// <summary>True when profiles, or something that still reads them, are returned by the run. Each then has an object of its
    /// own; otherwise a few objects are reused.</summary>
    public bool ProfilesEscape { get; private init; } = true;

    /// <summary>The fields that a profile must have if they are read, because its place in the result depends on
    /// them.</summary>
    public FieldMask Required { get; init; } = ProfileSchema.Id.Mask;

    /// <summary>The reads of profiles that are kept whole for later if some conditions hold.</summary>
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
        var looking = plan.Operators.TakeWhile(conditions.RetainsNothing).Count();
        var escape =
            plan.Operators.ElementAtOrDefault(looking) is not SelectOperator { Lambda: { } selector }
            || ItemUse.Escapes(selector);
        var all = plan.Fields | plan.Checked;
        var rest = escape ? all : RequiredFields.Of(plan.Operators.Skip(looking));
        // A Take drops nothing that it is given, so it alone is no reason to read in two goes.
        var drops = plan
            .Operators.Take(looking)
            .Any(step => step is not (WindowOperator { IsTake: true } or UnorderedOperator));
        return new(all)
        {
            FirstSteps = drops ? looking : 0,
            First =
                RequiredFields.Of(plan.Operators.Take(looking)) | plan.Tracked | plan.Checked | (all & Counted(plan)),
            Rest = rest,
            ProfilesEscape = escape,
            Required = RequiredOf(plan),
        };
    }

    /// <summary>The fields of the filters; not those that the shape of look-ups does not serve, where no profile
    /// matches.</summary>
    private static FieldMask FilteredBy(ExecutionPlan plan) =>
        plan
            .Listing.Filters.Sets.Where(set => set.Key.IsServedBy(plan.Scope.Betas.Revision))
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
