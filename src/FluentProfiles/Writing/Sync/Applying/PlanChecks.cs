using System.Globalization;
using FluentProfiles.Writing.Sync.Planning;

namespace FluentProfiles.Writing.Sync.Applying;

/// <summary>Checks a plan before anything of it is written.</summary>
internal static class PlanChecks
{
    // Clocks of two machines differ.
    private static readonly TimeSpan MostAhead = TimeSpan.FromMinutes(5);

    /// <exception cref="ProfilesSyncException">The plan must not be applied.</exception>
    public static void ThrowIfRefused(SyncPlan plan, SyncScope scope, DateTimeOffset now, SyncApplyOptions options)
    {
        if (scope.DifferenceFrom(plan.Data.Scope) is { } difference)
            throw Refused(
                plan,
                SyncStopReason.OtherScope,
                $"The plan was made {difference}. Make a plan with this client."
            );
        var age = now - plan.CreatedAt;
        if (age < -MostAhead)
            throw Refused(
                plan,
                SyncStopReason.TooOld,
                $"The plan is dated {plan.CreatedAt:O}, in the future of the client's clock. Correct the clock, or make a new plan."
            );
        if (options.MaxPlanAge != Timeout.InfiniteTimeSpan && age >= options.MaxPlanAge)
            throw Refused(
                plan,
                SyncStopReason.TooOld,
                $"The plan is {Text(age)} old, and {nameof(options.MaxPlanAge)} is {Text(options.MaxPlanAge)}. Make a new plan."
            );
        var share = options.MaxDeletedShare ?? plan.Data.MaxDeletedShare;
        if (plan.DeletedShare > share)
            throw Refused(
                plan,
                SyncStopReason.TooManyDeletes,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The plan deletes {plan.Deletes} of {plan.OwnedProfiles} profiles with the ownership mark, {plan.DeletedShare:P2}, and {nameof(options.MaxDeletedShare)} is {share:P2}. Nothing was written. Look at the plan, and raise {nameof(options.MaxDeletedShare)} if it is right."
                )
            );
    }

    private static string Text(TimeSpan age) => age.ToString("d\\.hh\\:mm\\:ss", CultureInfo.InvariantCulture);

    private static ProfilesSyncException Refused(SyncPlan plan, SyncStopReason reason, string message) =>
        new(reason, message) { Plan = plan };
}
