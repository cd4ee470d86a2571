using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using FluentProfiles.Expressions.Closing;
using FluentProfiles.Expressions.Forms;

namespace FluentProfiles.Expressions.Captured;

/// <summary>Reads the captured sequences of a call once, and puts a copy in the place of each: where a method of the
/// framework looks through a collection of the framework, or through a sequence that is no collection. A call of a method of
/// the caller's, or on an object of the caller's, stays as it is.</summary>
/// <param name="reads">False for an explanation, which leaves alone what may be readable only once.</param>
internal sealed class CapturedSequences(bool reads)
{
    /// <summary>The methods of sets that read no more of a sequence than they need.</summary>
    private static readonly HashSet<string> StoppingEarly =
    [
        nameof(ISet<>.IsProperSubsetOf),
        nameof(ISet<>.IsProperSupersetOf),
        nameof(ISet<>.IsSubsetOf),
        nameof(ISet<>.IsSupersetOf),
        nameof(ISet<>.Overlaps),
        nameof(ISet<>.SetEquals),
    ];

    /// <summary>The methods of <see cref="Enumerable"/> that read a sequence to its end.</summary>
    private static readonly HashSet<string> ReadingAll =
    [
        nameof(Enumerable.Aggregate),
        nameof(Enumerable.Average),
        nameof(Enumerable.Count),
        nameof(Enumerable.Last),
        nameof(Enumerable.LastOrDefault),
        nameof(Enumerable.LongCount),
        nameof(Enumerable.Max),
        nameof(Enumerable.MaxBy),
        nameof(Enumerable.Min),
        nameof(Enumerable.MinBy),
        nameof(Enumerable.Sum),
        nameof(Enumerable.ToArray),
        nameof(Enumerable.ToDictionary),
        nameof(Enumerable.ToHashSet),
        nameof(Enumerable.ToList),
        nameof(Enumerable.ToLookup),
    ];

    private ReadSequences? alreadyRead;

    /// <param name="written">The call as written.</param>
    /// <param name="call">The same with its closed parts evaluated.</param>
    public Expression Read(MethodCallExpression written, MethodCallExpression call)
    {
        try
        {
            return call.Object is null ? OfStatic(written, call) : OfInstance(written, call);
        }
        catch (Exception exception)
        {
            return new ClosedFailure(written, exception);
        }
    }

    /// <summary>Puts the items of each sequence that a call without the item reads to its end in the place of the sequence, so
    /// that the rest of the query finds them, too.</summary>
    /// <param name="method">The method or constructor.</param>
    /// <param name="written">Its arguments as written.</param>
    /// <param name="values">Their values.</param>
    /// <exception cref="UnreadException">An explanation would have to read one.</exception>
    public void ReadFor(MethodBase method, IReadOnlyList<Expression> written, object?[] values)
    {
        if (!ReadsToTheEnd(method))
            return;
        var parameters = method.GetParameters();
        for (var i = 0; i < values.Length; i++)
        {
            if (
                values[i] is IEnumerable source and not string
                && parameters[i].ParameterType is { IsGenericType: true } type
                && type.GetGenericTypeDefinition() == typeof(IEnumerable<>)
                && SequenceReader.Of(type.GenericTypeArguments[0]) is { } reader
                && reader.IsLazy(source)
            )
                values[i] = reads ? ReadOnce(source, reader) : throw new UnreadException(written[i]);
        }
    }

    /// <param name="written">The construction as written.</param>
    /// <param name="created">The same with its closed parts evaluated.</param>
    public NewExpression Read(NewExpression written, NewExpression created) =>
        created.Constructor is { } constructor
        && WithItems(constructor, written.Arguments, created.Arguments) is { } arguments
            ? created.Update(arguments)
            : created;

    private MethodCallExpression OfInstance(MethodCallExpression written, MethodCallExpression call) =>
        MembershipOf(call) ?? WithItems(written, call);

    private static MethodCallExpression? MembershipOf(MethodCallExpression call)
    {
        if (call is not { Object: ConstantExpression { Value: { } owner }, Arguments: [var item] })
            return null;
        return call.Method.Name switch
        {
            nameof(Enumerable.Contains) => SequenceReader
                .Of(call.Method.GetParameters()[0].ParameterType)
                ?.ContainsOf(owner, item),
            nameof(CapturedSet<int>.ContainsKey)
                when call.Method.DeclaringType!.GetGenericArguments() is [var key, _] => SequenceReader
                .Of(key)
                ?.ContainsKey(owner, item),
            _ => null,
        };
    }

    private Expression OfStatic(MethodCallExpression written, MethodCallExpression call)
    {
        // What a span refers to may change while the query runs.
        if (
            call is
            {
                Method.Name: "op_Implicit",
                Type.IsByRefLike: true,
                Arguments: [ConstantExpression { Value: Array array } from]
            }
        )
            return call.Update(null, [Expression.Constant(array.Clone(), from.Type)]);
        if (FSharpForm.IsOfCollections(call))
            return OfFSharp(written, call);
        var owner = call.Method.DeclaringType;
        if (owner != typeof(Enumerable) && owner != typeof(MemoryExtensions) && owner != typeof(Queryable))
            return WithItems(written, call);
        // The overload for texts, which takes how to compare them, is not generic.
        if (
            call.Method is { Name: nameof(Enumerable.Contains), IsGenericMethod: true }
            && call.Arguments is [var items, var item, ..]
        )
        {
            if (SpanCall.WithoutSpan(items) is not ConstantExpression { Value: { } source })
                return call;
            var reader = SequenceReader.Of(call.Method.GetGenericArguments()[0]);
            if (reader is null)
                return call;
            if (!reads && reader.IsLazy(source))
                return call.Update(null, [Unread(written.Arguments[0]), .. call.Arguments.Skip(1)]);
            var known = ReadOnce(source, reader);
            if (call.Arguments is [_, _])
                return reader.Contains(known, item) ?? (reader.IsCollection(source) ? call : WithItems(written, call));
            if (
                call.Arguments is [_, _, ConstantExpression { Value: var comparer }]
                && reader.EqualsAny(known, comparer, item) is { } membership
            )
                return membership;
        }
        return owner == typeof(MemoryExtensions) ? call : WithItems(written, call);
    }

    private MethodCallExpression OfFSharp(MethodCallExpression written, MethodCallExpression call) =>
        call
            is not {
                Method.Name: nameof(Enumerable.Contains),
                Arguments: [var item, ConstantExpression { Value: { } source }]
            }
        || SequenceReader.Of(item.Type) is not { } reader
            ? call
        : !reads && reader.IsLazy(source) ? call.Update(null, [item, Unread(written.Arguments[1])])
        : reader.Contains(ReadOnce(source, reader), item) ?? call;

    private MethodCallExpression WithItems(MethodCallExpression written, MethodCallExpression call) =>
        WithItems(call.Method, written.Arguments, call.Arguments) is { } arguments
            ? call.Update(call.Object, arguments)
            : call;

    /// <summary>The arguments with copies of what a method of the framework enumerates; null where there is nothing to
    /// copy.</summary>
    private Expression[]? WithItems(
        MethodBase method,
        IReadOnlyList<Expression> written,
        IReadOnlyList<Expression> given
    )
    {
        if (method.DeclaringType is not { IsInterface: false } owner || !PlainCollections.IsOfFramework(owner))
            return null;
        Expression[]? arguments = null;
        for (var i = 0; i < given.Count; i++)
        {
            if (
                given[i] is ConstantExpression { Value: IEnumerable source and not string }
                && method.GetParameters()[i].ParameterType is { IsGenericType: true } type
                && IsSequence(type, source)
                && SequenceReader.Of(type.GenericTypeArguments[0]) is { } reader
                && (owner == typeof(Enumerable) || !reader.IsCollection(source))
            )
                (arguments ??= [.. given])[i] = Copy(written[i], source, reader, type);
        }
        return arguments;
    }

    // Most methods of LINQ read no more than they need, and later, and so do comparisons of sets. Everything else of the framework reads
    // all, and at once.
    private static bool ReadsToTheEnd(MethodBase method) =>
        method.DeclaringType is { IsInterface: false } owner
        && owner != typeof(Queryable)
        && (
            owner == typeof(Enumerable)
                ? ReadingAll.Contains(method.Name)
                : PlainCollections.IsOfFramework(owner) && !StoppingEarly.Contains(method.Name)
        );

    private static UnreadPart Unread(Expression written) => new(written, written);

    private static bool IsSequence(Type type, object source) =>
        type.GetGenericTypeDefinition() is var kind
        && (kind == typeof(IEnumerable<>) || (kind == typeof(IQueryable<>) && source is EnumerableQuery));

    private Expression Copy(Expression written, object source, SequenceReader reader, Type type)
    {
        if (!reads && reader.IsLazy(source))
            return Unread(written);
        try
        {
            var items = reader.Items(ReadOnce(source, reader)) ?? source;
            return Expression.Constant(source is EnumerableQuery ? reader.AsQueryable(items) : items, type);
        }
        catch (Exception exception)
        {
            return new ClosedFailure(written, exception);
        }
    }

    /// <summary>The items of a sequence that is no collection, which the whole query reads once.</summary>
    private object ReadOnce(object source, SequenceReader reader) =>
        !reads || reader.IsCollection(source) ? source : (alreadyRead ??= new()).Items(source, reader) ?? source;
}
