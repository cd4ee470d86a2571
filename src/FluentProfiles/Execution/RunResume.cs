using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using FluentProfiles.Execution.Stages;
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

    /// <summary>Whether nothing follows what was given.</summary>
    public bool IsAtEnd(
        RunPosition position,
        QueryPlan plan,
        bool isDone,
        IReadOnlyList<Countdown> countdowns,
        long returned
    )
    {
        if (plan.BeginsAgain)
            return pageOf is { } size && returned < size;
        var isPageFull = pageOf is not null && countdowns[0].IsSpentTake;
        return plan.IsEmpty
            || position.IsAtEnd
            || (isDone && !isPageFull)
            || countdowns.Skip(OwnOperators).Any(countdown => countdown.IsSpentTake);
    }

    public string Token(
        RunPosition position,
        QueryPlan plan,
        QueryEnvironment environment,
        IReadOnlyList<Countdown> countdowns,
        long returned
    )
    {
        var fingerprint = Fingerprint(plan, environment);
        return ResumeToken.Write(
            plan.BeginsAgain
                ? new(fingerprint, plan.PageSize) { Delivered = (start?.Delivered ?? 0) + returned }
                : position.ToPoint(fingerprint, plan.PageSize, countdowns.Skip(OwnOperators))
        );
    }

    /// <summary>What must be the same for a token to hold: not the projection, nor settings.</summary>
    private ulong Fingerprint(QueryPlan plan, QueryEnvironment environment)
    {
        // Ours are the last that count, but a Select may stand behind them.
        var own = plan.Operators.OfType<CountOperator>().TakeLast(OwnOperators).ToList();
        var steps = plan
            .Operators.Except(own)
            .Where(step => step is not (SelectOperator or DetailsOperator or AnyOrderOperator))
            .Select(step => step.Describe(redact: false));
        var text = string.Join(
            '\n',
            [
                environment.Address,
                plan.Workspace,
                plan.Revision.ToString(),
                plan.OrderBy,
                plan.Descending.ToString(),
                string.Join(",", plan.EnforcementStatuses),
                string.Join(",", plan.Ids ?? []),
                .. steps,
            ]
        );
        return BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
