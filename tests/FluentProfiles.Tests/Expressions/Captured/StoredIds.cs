using System.Collections;
using System.Linq.Expressions;

namespace FluentProfiles.Tests.Expressions.Captured;

/// <summary>Ids in a database, as a provider of queries gives them: it counts how often it is asked.</summary>
internal sealed class StoredIds(params string[] ids) : IQueryable<string>, IQueryProvider
{
    public int Readings { get; private set; }

    public Type ElementType => typeof(string);

    public Expression Expression => Expression.Constant(this);

    public IQueryProvider Provider => this;

    public IEnumerator<string> GetEnumerator()
    {
        Readings++;
        return ids.AsEnumerable().GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public IQueryable CreateQuery(Expression expression) => throw new NotSupportedException();

    public IQueryable<TElement> CreateQuery<TElement>(Expression expression) => throw new NotSupportedException();

    public object? Execute(Expression expression) => throw new NotSupportedException();

    public TResult Execute<TResult>(Expression expression)
    {
        Readings++;
        return (TResult)(object)true;
    }
}
