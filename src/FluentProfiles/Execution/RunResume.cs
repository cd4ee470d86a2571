using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using FluentProfiles.Execution.Stages;
using FluentProfiles.Planning.Expressions;
using FluentProfiles.Query;
using FluentProfiles.Query.Operators;

namespace FluentProfiles.Execution;

/// <summary>A run's beginning where another stopped, and the token for the one after it.</summary>
/// <param name="query">The query as written.</param>
/// <param name="pageOf">For one page of so many items.</param>
internal sealed class RunResume(QueryDefinition query, int? pageOf)
{
    private readonly ResumePoint? start = query.Settings.Resume;

    /// <summary>The operators of ours behind the query's own: their counters belong to no token.</summary>
    private int OwnOperators => (pageOf is null ? 0 : 1) + (start is { Delivered: > 0 } ? 1 : 0);

    /// <summary>The query, with what this run skips and takes for itself.</summary>
    public QueryDefinition Bounded<T>(QueryDefinition query)
    {
        if (start is { Delivered: > 0 })
            query = query.Then(new SkipOperator<T>((int)start.Delivered));
        return pageOf is { } size ? query.Then(new TakeOperator<T>(size)) : query;
    }

    /// <exception cref="ArgumentException">The token is another query's.</exception>
    public void Check(QueryPlan plan, QueryEnvironment environment)
    {
        if (start is not null && start.Fingerprint != Fingerprint(plan, environment))
            throw new ArgumentException(
                "The resume token belongs to another query: filters, order, shape, address and workspace must be the same."
            );
    }

    public void Restore(IReadOnlyList<Countdown> countdowns)
    {
        if (start is null)
            return;
        foreach (var (countdown, left) in countdowns.Skip(OwnOperators).Zip(start.Countdowns))
            countdown.Left = left;
    }

    /// <summary>The token, or null at the end of the query.</summary>
    public string? Token(
        RunPosition position,
        QueryPlan plan,
        QueryEnvironment environment,
        IReadOnlyList<Countdown> countdowns,
        long returned
    )
    {
        var own = countdowns.Skip(OwnOperators).ToList();
        var fingerprint = Fingerprint(plan, environment);
        if (plan.HoldsBack)
            return pageOf is { } size && returned < size
                ? null
                : ResumeToken.Write(new(fingerprint, plan.PageSize) { Delivered = (start?.Delivered ?? 0) + returned });
        return plan.IsEmpty || position.IsAtEnd || own.Exists(countdown => countdown.IsSpentTake)
            ? null
            : ResumeToken.Write(position.ToPoint(fingerprint, plan.PageSize, own));
    }

    /// <summary>What must be the same for a token to hold: not the projection, nor settings.</summary>
    private ulong Fingerprint(QueryPlan plan, QueryEnvironment environment)
    {
        // Ours are the last, but for a Select that the planner has put behind them.
        var steps = plan
            .Operators.Where(step => step is not (SelectOperator or DetailsOperator))
            .SkipLast(OwnOperators)
            .Select(step => $"{step.Describe(redact: false)} {CapturedItems.Of(step.Lambda)}");
        var text = string.Join(
            '\n',
            [
                environment.Address,
                plan.Workspace,
                plan.Revision.ToString(),
                plan.OrderBy,
                plan.Descending.ToString(),
                string.Join(",", plan.EnforcementStatuses),
                .. steps,
            ]
        );
        return BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
