using System.Diagnostics;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using FluentProfiles.Operators;
using FluentProfiles.Operators.Conditions;
using FluentProfiles.Operators.Orders;
using FluentProfiles.Operators.Windows;
using FluentProfiles.Planning;
using FluentProfiles.Running;
using FluentProfiles.Running.Resuming;
using FluentProfiles.Sources;

namespace FluentProfiles;

/// <summary>A query of user profiles: immutable, thread-safe, and nothing but a description until it is enumerated. Each
/// enumeration plans and runs afresh.</summary>
/// <remarks>
/// <para>It means what LINQ means, in the order written, with three stated departures. Without an order, profiles come newest
/// first; a sort by name is the service's (the case of ASCII letters ignored, nulls last both ways); among equal keys any
/// order may come. In expressions every <c>.</c> and <c>[]</c> reads as <c>?.</c> and a condition holds only when it is true.
/// What does not depend on the profile (captured variables, <c>DateTimeOffset.UtcNow</c>) is evaluated once, when an
/// enumeration starts; if it throws, the exception is kept for the first profile that needs the value.</para>
/// <para>A run sends the first request when its first item is asked for, one request a page, the next page when the second
/// item of the current one is asked for. It ends with the exceptions that <see cref="ProfilesException"/> lists; what was
/// yielded before stays valid, and the exception's <see cref="ProfilesException.ResumeToken"/> goes on from there.</para>
/// </remarks>
/// <typeparam name="T">The type of the items.</typeparam>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial class ProfileQuery<T> : IAsyncEnumerable<T>
{
    private readonly QueryDefinition definition;

    internal ProfileQuery(QueryDefinition definition) => this.definition = definition;

    internal QueryDefinition Definition => definition;

    /// <summary>Runs the query.</summary>
    /// <param name="cancellationToken">Ends the run with <see cref="OperationCanceledException"/>; no request follows.</param>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        Items(cancellationToken).GetAsyncEnumerator(cancellationToken);

    /// <summary>The query as a plain sequence: what is written after this runs on the client, over every item, with the
    /// operators of <c>System.Linq</c>.</summary>
    public IAsyncEnumerable<T> AsAsyncEnumerable() => Items(default);

    /// <summary>What the query will do, without doing it: nothing is sent.</summary>
    /// <remarks>The plan evaluates captured variables and calls as a run does, and the run that follows evaluates them again.
    /// A sequence that may be readable only once, such as an iterator or a reader, is left for the run; the plan says so.</remarks>
    /// <param name="redact">Leaves out values, which may be a customer's. False by default.</param>
    /// <exception cref="UnsupportedQueryException">The query can't be planned.</exception>
    /// <exception cref="ProfilesConfigurationException">Betas or filters exclude each other.</exception>
    /// <example>
    /// <code region="guide-first-plan">
    /// var newest = client.Query().Take(5);
    ///
    /// Console.WriteLine(newest.Explain());
    /// </code>
    /// </example>
    public QueryPlan Explain(bool redact = false)
    {
        var environment = definition.Source.Open();
        var query = ClosedQuery.Of(definition, environment.Clock, reads: false);
        return new(QueryPlanner.Plan(Resumed(query, environment), environment), redact);
    }

    /// <summary>The operators as C#: <c>Query().Where(p => p.Name != null).Take(50)</c>. Nothing is planned or evaluated:
    /// captured variables appear by their names. Settings are left out.</summary>
    public override string ToString() =>
        "Query()"
        + string.Concat(OperatorChain.InOrder(definition.Operators).Select(step => "." + step.Describe(redact: false)));

    /// <summary>A token that does not hold for the query is refused when the query is run.</summary>
    private static ClosedQuery Resumed(ClosedQuery query, QueryEnvironment environment)
    {
        try
        {
            return ResumedQuery.Of<T>(query, environment, pageOf: null);
        }
        catch (ArgumentException)
        {
            return query;
        }
    }

    /// <summary>The first items, for a terminal that needs no more. Not by Take: that would make another query, for which no
    /// resume token of this one holds.</summary>
    private IAsyncEnumerable<T> UpTo(int count) => Items(default, count);

    private async IAsyncEnumerable<T> Items(
        [EnumeratorCancellation] CancellationToken cancellationToken,
        int? most = null,
        bool gathers = false
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        var run = new QueryRun<T>(definition, most, gathers: gathers, keepsPages: true);
        await foreach (var item in run.ItemsAsync(cancellationToken).ConfigureAwait(false))
            yield return item;
    }

    /// <summary>The last item alone where the order can be turned round to find it; every item where the run starts within a
    /// listing, whose order it has to keep.</summary>
    private IAsyncEnumerable<T> Last() =>
        (definition.Settings.StartsWithin ? this : Then(new LastOperator<T>())).Items(default, gathers: true);

    /// <summary>The items for which the condition of a terminal holds.</summary>
    private ProfileQuery<T> Those(Expression<Func<T, bool>> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return Then(new WhereOperator<T>(predicate) { IsOfTerminal = true });
    }

    private ProfileQuery<T> InAnyOrder() => Then(AnyOrderOperator.OfSet);

    private ProfileQuery<T> OnlyCounted() => Then(AnyOrderOperator.OfNumber);

    private ProfileQuery<T> AsListed() => Then(AnyOrderOperator.OfSetAsListed);

    private ProfileQuery<T> Then(QueryOperator next) => new(definition.Then(next));

    private ProfileQuery<T> With(QuerySettings settings) => new(definition with { Settings = settings });
}
