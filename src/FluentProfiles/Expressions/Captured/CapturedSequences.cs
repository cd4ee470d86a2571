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

    private Dictionary<object, Array>? known;

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

    /// <summary>The items of a sequence that a call without the item reads to its end, so that the rest of the query finds them,
    /// too; null where the call gets the argument as it is.</summary>
    public object? ReadFor(MethodInfo method, object? source) =>
        method.DeclaringType == typeof(Enumerable)
        && ReadingAll.Contains(method.Name)
        && source is IEnumerable and not string
        && method.GetParameters()[0].ParameterType is { IsGenericType: true } type
        && SequenceReader.Of(type.GenericTypeArguments[0]) is { } reader
        && reader.IsLazy(source)
            ? ReadOnce(source, reader)
            : null;

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
                when call.Method.DeclaringType!.GetGenericArguments() is [var key, _] types
                    && SequenceReader.KeysOf(owner, types) is { } keys => SequenceReader
                .Of(key)
                ?.ContainsKey(keys, item),
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
            return OfFSharp(call);
        var owner = call.Method.DeclaringType;
        if (owner != typeof(Enumerable) && owner != typeof(MemoryExtensions))
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
                return call.Update(null, [new UnreadSequence(written.Arguments[0], source), .. call.Arguments.Skip(1)]);
            source = ReadOnce(source, reader);
            if (call.Arguments is [_, _])
                return reader.Contains(source, item) ?? call;
            if (
                call.Arguments is [_, _, ConstantExpression { Value: var comparer }]
                && reader.EqualsAny(source, comparer, item) is { } membership
            )
                return membership;
        }
        return owner == typeof(Enumerable) ? WithItems(written, call) : call;
    }

    private MethodCallExpression OfFSharp(MethodCallExpression call) =>
        call
            is {
                Method.Name: nameof(Enumerable.Contains),
                Arguments: [var item, ConstantExpression { Value: { } source }]
            }
        && SequenceReader.Of(item.Type) is { } reader
        && (reads || !reader.IsLazy(source))
            ? reader.Contains(ReadOnce(source, reader), item) ?? call
            : call;

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

    private static bool IsSequence(Type type, object source) =>
        type.GetGenericTypeDefinition() is var kind
        && (kind == typeof(IEnumerable<>) || (kind == typeof(IQueryable<>) && source is EnumerableQuery));

    private Expression Copy(Expression written, object source, SequenceReader reader, Type type)
    {
        if (!reads && reader.IsLazy(source))
            return new UnreadSequence(written, source);
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
    private object ReadOnce(object source, SequenceReader reader)
    {
        if (!reads || reader.IsCollection(source))
            return source;
        known ??= new(ReferenceEqualityComparer.Instance);
        if (!known.TryGetValue(source, out var items))
            known.Add(source, items = reader.Items(source)!);
        return reader.Typed(items) ?? source;
    }
}
