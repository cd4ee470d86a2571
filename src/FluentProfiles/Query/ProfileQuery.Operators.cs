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
    /// <summary>Keeps the items for which a condition is true. The parts that the service can filter by are pushed
    /// down. The rest is evaluated on the client, which requires reading every page. <see cref="Explain"/> shows which
    /// part is which.</summary>
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

    /// <summary>Keeps the items for which a delegate returns true. The delegate may contain any code. It runs on the
    /// client, over whole items, one page at a time. If it throws, the enumeration returns the preceding items and then
    /// throws the exception.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="predicate"/> is null.</exception>
    public ProfileQuery<T> WhereOnClient(Func<T, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return Then(new ClientWhereOperator<T>(predicate));
    }

    /// <summary>Sorts from oldest to newest. Replaces any previous order.</summary>
    public ProfileQuery<T> OrderBy() => Then(new DefaultOrderOperator(descending: false));

    /// <summary>Sorts from newest to oldest, which is also the default. Replaces any previous order.</summary>
    public ProfileQuery<T> OrderByDescending() => Then(new DefaultOrderOperator(descending: true));

    /// <summary>Sorts by a key, ascending. Replaces any previous order. The service sorts by <c>CreatedAt</c> and
    /// <c>Name</c>. The client sorts by other keys, but only if <c>Take(n)</c> limits the items or the profiles are
    /// looked up by id.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <remarks>A sort by another key on an unbounded query throws an <see cref="UnsupportedQueryException"/> when the
    /// query is run or explained.</remarks>
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

    /// <summary>Sorts by a key, descending. The rules are those of <see cref="OrderBy{TKey}"/>. Null names come last in
    /// this direction, too.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public ProfileQuery<T> OrderByDescending<TKey>(Expression<Func<T, TKey>> key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Then(new KeyOrderOperator<T, TKey>(key, descending: true));
    }

    /// <summary>Reverses the order. The service does so if it supports the opposite order. Otherwise the client does,
    /// which requires reading every item first.</summary>
    public ProfileQuery<T> Reverse() => Then(new ReverseOperator<T>());

    /// <summary>Keeps the first <paramref name="count"/> items. With 0, nothing is sent.</summary>
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

    /// <summary>Skips the first <paramref name="count"/> items. The service can't skip, so they are read and
    /// discarded.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public ProfileQuery<T> Skip([InRange(0)] int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Then(new SkipOperator<T>(count));
    }

    /// <summary>Projects each item. Only the fields that the selector and the predicates use are read from the
    /// response.</summary>
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

    /// <summary>Reads each profile that passes the preceding filters again with a GET request, one request per profile.
    /// Only a GET returns <c>Programs.Efs</c> and the tiers of <c>Programs.Cyber</c>. A profile that was deleted in the
    /// meantime is omitted.</summary>
    /// <param name="concurrency">The number of concurrent requests, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="concurrency"/> is less than 1.</exception>
    public ProfileQuery<T> WithDetails([InRange(1)] int concurrency = 4)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(concurrency, 1);
        return Then(new DetailsOperator(concurrency));
    }
}
