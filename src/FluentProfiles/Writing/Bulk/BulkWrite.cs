using System.Runtime.CompilerServices;
using FluentProfiles.Operators;
using FluentProfiles.Operators.Conditions;
using FluentProfiles.Operators.Orders;
using FluentProfiles.Operators.Windows;
using FluentProfiles.Planning;
using FluentProfiles.Planning.Explain;
using FluentProfiles.Running;
using FluentProfiles.Running.Reporting;
using FluentProfiles.Telemetry;
using FluentProfiles.Writing.Bulk.Setters;
using FluentProfiles.Writing.Bulk.Writes;
using FluentProfiles.Writing.Single;

namespace FluentProfiles.Writing.Bulk;

/// <summary>A bulk write before it begins: the query that finds the profiles, and what is done to each. Made and checked
/// without a request.</summary>
internal sealed class BulkWrite
{
    private readonly QueryRun<PlannedWrite> run;
    private readonly WriteRules rules;
    private readonly CompletedPages pages;
    private readonly Lazy<WriteVerifier> verifier;

    /// <param name="query">The query as written.</param>
    /// <param name="setters">What is set; for a delete, what a preview shows.</param>
    /// <param name="deletes">True to delete each profile found.</param>
    /// <param name="concurrency">How many writes may be under way at once.</param>
    /// <exception cref="UnsupportedQueryException">The query can't be planned, or gives something else than profiles.</exception>
    /// <exception cref="ProfilesConfigurationException">The shape does not accept a field that is set.</exception>
    public BulkWrite(QueryDefinition query, IReadOnlyList<Setter> setters, bool deletes, int concurrency)
    {
        ThrowIfSelecting(query);
        // Several writers finish in any order, so a scan from both ends need hold nothing back for them.
        var anyOrder =
            query.Settings.TwoEnded && concurrency > 1
                ? UnorderedOperator.ForItems
                : UnorderedOperator.ForItemsAsListed;
        pages = new(QueryProgressReceiver.In(query.Settings));
        query = query with { Settings = query.Settings with { Progress = new QueryProgressReceiver(pages) } };
        run = new QueryRun<PlannedWrite>(
            query.Then(anyOrder).Then(new WriteOperator(setters, deletes, WriteBlock.Of(setters))),
            new() { ChecksAgain = true, Stages = new WriteStageFactory(setters) }
        );
        verifier = new(() => new(run, setters));
        rules = new WriteRules(run.Environment.Betas, run.Environment.Clock.GetUtcNow(), null);
        var targets = deletes ? [] : setters.Select(setter => setter.Target).ToArray();
        foreach (var target in targets)
            rules.ThrowIfNotAccepted(target.Owner);
        MovesProfiles = targets.Any(target => target.Field == run.Plan.Order.Key?.Field);
    }

    public ExecutionPlan Plan => run.Plan;

    /// <summary>Carries the writes out.</summary>
    public IProfileWriter Writer => ProfileWriters.Of(run.Environment);

    public Watchers Watchers => run.Environment.Watchers;

    /// <summary>Where another run of the query finds every profile that this one is not done with; null for its start.</summary>
    public string? ResumeToken => MovesProfiles ? null : pages.Token;

    /// <summary>True when the plan takes every profile, because it has neither a condition nor a Take.</summary>
    public bool IsUnfiltered =>
        !Plan.IsEmpty
        && Plan.Ids is null or []
        && Plan.Filters.IsNone
        && Plan.Listing.Conditions.Exact is []
        && !Plan.Operators.Any(step =>
            step
                is WhereOperator<UserProfile>
                    or ClientWhereOperator<UserProfile>
                    or TimeIntervalOperator
                    or IdScanOperator
                    or WindowOperator { IsTake: true }
        );

    /// <summary>True when the writes move profiles within the listing. It is then read to its end before the first write, so that
    /// no profile is missed or read twice.</summary>
    private bool MovesProfiles { get; }

    /// <summary>Returns the write of each profile, as the profiles are found.</summary>
    public async IAsyncEnumerable<PlannedWrite> WritesAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var found = run.ItemsAsync(cancellationToken);
        if (MovesProfiles)
            found = (await found.ToListAsync(cancellationToken).ConfigureAwait(false)).ToAsyncEnumerable();
        await foreach (var write in found.ConfigureAwait(false))
            yield return Checked(write) with
            {
                Number = pages.Begin(),
            };
    }

    /// <summary>Records that the write of a profile has ended.</summary>
    public void Complete(PlannedWrite write) => pages.End(write.Number);

    /// <summary>Reads a profile again.</summary>
    /// <returns>What has to be done about it as it is now; null where it no longer meets the query's conditions, or is
    /// gone.</returns>
    public async Task<PlannedWrite?> ReadAgainAsync(string id, CancellationToken cancellationToken) =>
        await verifier.Value.ReadAsync(id, cancellationToken).ConfigureAwait(false) is { } write
            ? Checked(write)
            : null;

    private PlannedWrite Checked(PlannedWrite write)
    {
        if (write is not { Write: { } changes, Error: null })
            return write;
        try
        {
            rules.CheckChanges(changes);
            return write;
        }
        catch (ArgumentException error)
        {
            return write with { Error = error };
        }
    }

    private static void ThrowIfSelecting(QueryDefinition query)
    {
        foreach (var step in OperatorChain.InOrder(query.Operators))
        {
            if (step is SelectOperator { Lambda: { } selector } && selector.Body != selector.Parameters[0])
                throw new UnsupportedQueryException(
                    $"{OperatorText.Of(step, redact: true)}: the result of a Select is not a profile, so it can't be written. Remove the Select. A bulk write reads only the fields that it needs."
                );
        }
    }
}
