using System.Linq.Expressions;
using FluentProfiles.Model.Schema;
using FluentProfiles.Operators;
using FluentProfiles.Operators.Conditions;
using FluentProfiles.Operators.Orders;
using FluentProfiles.Operators.Windows;

namespace FluentProfiles;

// The operators: each gives a new query.
public sealed partial class ProfileQuery<T>
{
    /// <summary>Keeps the items for which a condition holds. What the service can filter by goes to it; the rest is examined
    /// on the client, which reads every page: <see cref="Explain"/> tells which.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="predicate"/> is null.</exception>
    /// <example>
    /// <code region="example-where">
    /// var germans = client
    ///     .Query()
    ///     .Where(p => p.EnforcementStatus == EnforcementStatus.Banned) // filtered by the service
    ///     .Where(p => p.ExternalUserDetails.Country == "DE"); // read and compared here
    /// </code>
    /// </example>
    public ProfileQuery<T> Where(Expression<Func<T, bool>> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return Then(new WhereOperator<T>(predicate));
    }

    /// <summary>Keeps the items that code of any kind accepts. It runs on the client, over whole items, a page at a time; an
    /// exception of its comes out of the enumeration after the items before it.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="predicate"/> is null.</exception>
    public ProfileQuery<T> WhereOnClient(Func<T, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return Then(new ClientWhereOperator<T>(predicate));
    }

    /// <summary>Oldest first. Replaces an order before it.</summary>
    public ProfileQuery<T> OrderBy() => Then(new DefaultOrderOperator(descending: false));

    /// <summary>Newest first, which is also the order without this. Replaces an order before it.</summary>
    public ProfileQuery<T> OrderByDescending() => Then(new DefaultOrderOperator(descending: true));

    /// <summary>Sorts by a key, ascending. The service sorts by <c>CreatedAt</c> and <c>Name</c>; by another key only what
    /// <c>Take(n)</c> has bounded, or what is named by id, can be sorted, on the client. Replaces an order before it.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <remarks>Another key on an unbounded query is an <see cref="UnsupportedQueryException"/> when the query is run or
    /// explained.</remarks>
    /// <example>
    /// <code region="example-order-by">
    /// var byName = client.Query().OrderBy(p => p.Name); // sorted by the service
    /// var lastChanged = client.Query().Take(200).OrderBy(p => p.UpdatedAt); // 200 profiles, sorted here
    /// </code>
    /// </example>
    public ProfileQuery<T> OrderBy<TKey>(Expression<Func<T, TKey>> key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Then(new KeyOrderOperator<T, TKey>(key, descending: false));
    }

    /// <summary>Sorts by a key, descending; else as <see cref="OrderBy{TKey}"/>. Null names come last here, too.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public ProfileQuery<T> OrderByDescending<TKey>(Expression<Func<T, TKey>> key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Then(new KeyOrderOperator<T, TKey>(key, descending: true));
    }

    /// <summary>The other way round: by the opposite order of the service, where there is one, else on the client, which
    /// must read everything first.</summary>
    public ProfileQuery<T> Reverse() => Then(new ReverseOperator<T>());

    /// <summary>No more than the first <paramref name="count"/> items; 0 sends nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    /// <example>
    /// <code region="example-take">
    /// var newest = await client.Query().Take(50).ToListAsync(); // one request
    /// </code>
    /// </example>
    public ProfileQuery<T> Take([InRange(0)] int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Then(new TakeOperator<T>(count));
    }

    /// <summary>All but the first <paramref name="count"/> items. The service can't skip: they are read and dropped.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public ProfileQuery<T> Skip([InRange(0)] int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Then(new SkipOperator<T>(count));
    }

    /// <summary>Makes something else of each item. Only the fields that the selector (and predicates) read are read from the
    /// answer.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="selector"/> is null.</exception>
    /// <example>
    /// <code region="example-select">
    /// var rows = await client.Query().Take(50).Select(p => new { p.Id, p.Name }).ToListAsync();
    /// </code>
    /// </example>
    public ProfileQuery<TResult> Select<TResult>(Expression<Func<T, TResult>> selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        return new(definition.Then(new SelectOperator<T, TResult>(selector)));
    }

    /// <summary>Reads each profile that passes the filters before it again, by GET: one more request each, which alone
    /// reports <c>Programs.Efs</c> and the tiers of <c>Programs.Cyber</c>. A profile deleted meanwhile is left out.</summary>
    /// <param name="concurrency">How many are read at once, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="concurrency"/> is below 1.</exception>
    public ProfileQuery<T> WithDetails([InRange(1)] int concurrency = 4)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(concurrency, 1);
        return Then(new DetailsOperator(concurrency));
    }
}
