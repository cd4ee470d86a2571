using System.Diagnostics;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using FluentProfiles.Operators;
using FluentProfiles.Operators.Conditions;
using FluentProfiles.Operators.Orders;
using FluentProfiles.Operators.Windows;
using FluentProfiles.Planning;
using FluentProfiles.Planning.Explain;
using FluentProfiles.Running;
using FluentProfiles.Running.Resuming;
using FluentProfiles.Sources;

namespace FluentProfiles;

/// <summary>A query of user profiles. A query is immutable, thread-safe, and only a description until you enumerate it.
/// Each enumeration is planned and run separately.</summary>
/// <remarks>
/// <para>A query has the semantics of LINQ, in the order in which you write the operators, with three exceptions.
/// First, profiles without an order are returned newest first. A sort by name is the service's sort, which ignores the
/// case of ASCII letters and puts nulls last in both directions. Items with equal keys may be returned in any order.
/// Second, every <c>.</c> and <c>[]</c> in an expression behaves like <c>?.</c>, and an item matches a condition only
/// if the condition is true. Third, parts that do not depend on the profile (captured variables,
/// <c>DateTimeOffset.UtcNow</c>) are evaluated once, when an enumeration starts. If such a part throws, the exception
/// is thrown at the first profile that needs the value.</para>
/// <para>A run sends one request per page. It sends the first request when the first item is requested. By default, it
/// requests the next page when the second item of the current page is requested; <see cref="WithPrefetch"/> changes
/// that. A run that fails throws a <see cref="ProfilesException"/>. Items that were returned before the exception
/// remain valid. To continue, pass the exception's <see cref="ProfilesException.ResumeToken"/> to
/// <see cref="ResumeFrom"/>.</para>
/// </remarks>
/// <typeparam name="T">The type of the items.</typeparam>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial class ProfileQuery<T> : IAsyncEnumerable<T>
{
    private readonly QueryDefinition definition;

    internal ProfileQuery(QueryDefinition definition) => this.definition = definition;

    internal QueryDefinition Definition => definition;

    /// <summary>Runs the query.</summary>
    /// <param name="cancellationToken">Cancels the run with an <see cref="OperationCanceledException"/>. No further
    /// request is sent.</param>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        Items(cancellationToken).GetAsyncEnumerator(cancellationToken);

    /// <summary>Returns the query as a plain sequence. Operators after this call are those of <c>System.Linq</c>. They
    /// run on the client, over every item.</summary>
    public IAsyncEnumerable<T> AsAsyncEnumerable() => Items(default);

    /// <summary>Returns the plan of the query without running it. Nothing is sent.</summary>
    /// <remarks>The planner evaluates captured variables and calls as a run does, and a later run evaluates them again.
    /// A sequence that may be readable only once, such as an iterator or a reader, is not read until the run. The plan
    /// says so.</remarks>
    /// <param name="redact">True to omit values, which may be customer data. False by default.</param>
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
        var environment = definition.Open();
        var query = ClosedQuery.Of(definition, environment.Clock, reads: false);
        return new(QueryPlanner.Plan(Resumed(query, environment), environment), redact);
    }

    /// <summary>Returns the operators as C#: <c>Query().Where(p => p.Name != null).Take(50)</c>. Nothing is planned or
    /// evaluated, so captured variables appear by their names. Settings are omitted.</summary>
    public override string ToString() =>
        "Query()"
        + string.Concat(
            OperatorChain.InOrder(definition.Operators).Select(step => "." + OperatorText.Of(step, redact: false))
        );

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
    private IAsyncEnumerable<T> UpTo(int count) => Items(default, new() { MaxItems = count });

    /// <summary>The items, for a terminal that returns nothing before the end.</summary>
    private IAsyncEnumerable<T> ItemsAtEnd(CancellationToken cancellationToken = default) =>
        Items(cancellationToken, new() { ReturnsAtEnd = true });

    private async IAsyncEnumerable<T> Items(
        [EnumeratorCancellation] CancellationToken cancellationToken,
        RunOptions? options = null
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        var run = new QueryRun<T>(definition, options);
        await foreach (var item in run.ItemsAsync(cancellationToken).ConfigureAwait(false))
            yield return item;
    }

    /// <summary>The last item alone where the order can be turned round to find it; every item where the run starts within a
    /// listing, whose order it has to keep.</summary>
    private IAsyncEnumerable<T> Last() =>
        (definition.Settings.StartsWithin ? this : Then(new LastOperator<T>())).ItemsAtEnd();

    /// <summary>The items for which the condition of a terminal holds.</summary>
    private ProfileQuery<T> Those(Expression<Func<T, bool>> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return Then(new WhereOperator<T>(predicate) { IsOfTerminal = true });
    }

    private ProfileQuery<T> InAnyOrder() => Then(UnorderedOperator.ForItems);

    private ProfileQuery<T> OnlyCounted() => Then(UnorderedOperator.ForCount);

    private ProfileQuery<T> AsListed() => Then(UnorderedOperator.ForItemsAsListed);

    private ProfileQuery<T> Then(QueryOperator next) => new(definition.Then(next));

    private ProfileQuery<T> With(QuerySettings settings) => new(definition with { Settings = settings });
}
