using System.Linq.Expressions;

namespace FluentProfiles.Planning.Expressions;

/// <summary>Reads the captured sequences of a call once, and puts a copy in the place of each: where a method of the
/// framework looks through a collection of the framework, or through a sequence that is no collection. A call of a method of
/// the caller's, or on an object of the caller's, stays as it is.</summary>
/// <param name="reads">False for an explanation, which leaves alone what may be readable only once.</param>
internal sealed class CapturedSequences(bool reads)
{
    private Dictionary<object, Array>? known;

    /// <param name="written">The call as written.</param>
    /// <param name="call">The same with its closed parts evaluated.</param>
    public Expression Read(MethodCallExpression written, MethodCallExpression call)
    {
        try
        {
            return call.Object is null ? OfStatic(written, call) : OfInstance(call);
        }
        catch (Exception exception)
        {
            return new ClosedFailure(written, exception);
        }
    }

    private static MethodCallExpression OfInstance(MethodCallExpression call)
    {
        if (call is not { Object: ConstantExpression { Value: { } owner }, Arguments: [var item] })
            return call;
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
            } ?? call;
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
            return call;
        if (call.Method.Name == nameof(Enumerable.Contains) && call.Arguments is [var items, var item, ..])
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

    /// <summary>A call of LINQ with copies of what it enumerates.</summary>
    private MethodCallExpression WithItems(MethodCallExpression written, MethodCallExpression call)
    {
        Expression[]? arguments = null;
        var parameters = call.Method.GetParameters();
        for (var i = 0; i < parameters.Length; i++)
        {
            if (
                call.Arguments[i] is ConstantExpression { Value: { } source }
                && parameters[i].ParameterType is { IsGenericType: true } type
                && type.GetGenericTypeDefinition() == typeof(IEnumerable<>)
                && SequenceReader.Of(type.GenericTypeArguments[0]) is { } reader
            )
                (arguments ??= [.. call.Arguments])[i] = Copy(written.Arguments[i], source, reader, type);
        }
        return arguments is null ? call : call.Update(null, arguments);
    }

    private Expression Copy(Expression written, object source, SequenceReader reader, Type type) =>
        !reads && reader.IsLazy(source)
            ? new UnreadSequence(written, source)
            : Expression.Constant(reader.Items(ReadOnce(source, reader)) ?? source, type);

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
