using System.Linq.Expressions;
using FluentProfiles.Evaluation.Nodes;
using FluentProfiles.Evaluation.Nodes.Conditions;

namespace FluentProfiles.Evaluation.Translators;

/// <summary>Members of <see cref="string"/>.</summary>
internal static class StringTranslator
{
    public static Node? Translate(Expression expression, NodeBuilder builder) =>
        expression switch
        {
            MemberExpression { Member.Name: nameof(string.Length), Expression: { } text }
                when text.Type == typeof(string) => Map(text, builder, known => known.Length),
            MethodCallExpression { Object: { } text } call when text.Type == typeof(string) => Instance(
                call,
                text,
                builder
            ),
            MethodCallExpression { Object: null } call when call.Method.DeclaringType == typeof(string) => Static(
                call,
                builder
            ),
            _ => null,
        };

    private static Node? Instance(MethodCallExpression call, Expression text, NodeBuilder builder) =>
        (call.Method.Name, call.Arguments) switch
        {
            (nameof(string.StartsWith), [var part]) => Test(
                text,
                part,
                builder,
                (known, start) => known.StartsWith(start!)
            ),
            (nameof(string.EndsWith), [var part]) => Test(text, part, builder, (known, end) => known.EndsWith(end!)),
            (nameof(string.Contains), [var part]) => Test(text, part, builder, (known, some) => known.Contains(some!)),
            (nameof(string.StartsWith), [var part, ConstantExpression { Value: StringComparison how }]) => Test(
                text,
                part,
                builder,
                (known, start) => known.StartsWith(start!, how)
            ),
            (nameof(string.EndsWith), [var part, ConstantExpression { Value: StringComparison how }]) => Test(
                text,
                part,
                builder,
                (known, end) => known.EndsWith(end!, how)
            ),
            (nameof(string.Contains), [var part, ConstantExpression { Value: StringComparison how }]) => Test(
                text,
                part,
                builder,
                (known, some) => known.Contains(some!, how)
            ),
            (nameof(string.Equals), [var other, ConstantExpression { Value: StringComparison how }]) => Test(
                text,
                other,
                builder,
                (known, same) => known.Equals(same, how)
            ),
            (nameof(string.ToLower), []) => Map(text, builder, known => known.ToLower()),
            (nameof(string.ToUpper), []) => Map(text, builder, known => known.ToUpper()),
            (nameof(string.ToLowerInvariant), []) => Map(text, builder, known => known.ToLowerInvariant()),
            (nameof(string.ToUpperInvariant), []) => Map(text, builder, known => known.ToUpperInvariant()),
            (nameof(string.Trim), []) => Map(text, builder, known => known.Trim()),
            (nameof(string.ToString), []) => builder.Build(text),
            _ => null,
        };

    private static Node? Static(MethodCallExpression call, NodeBuilder builder) =>
        (call.Method.Name, call.Arguments) switch
        {
            (nameof(string.IsNullOrEmpty), [var text]) => Blank(text, builder, string.IsNullOrEmpty),
            (nameof(string.IsNullOrWhiteSpace), [var text]) => Blank(text, builder, string.IsNullOrWhiteSpace),
            (nameof(string.Equals), [var left, var right, ConstantExpression { Value: StringComparison how }]) => Same(
                left,
                right,
                how,
                builder
            ),
            _ => null,
        };

    private static MapNode<string, TOut>? Map<TOut>(Expression text, NodeBuilder builder, Func<string, TOut> map) =>
        builder.Build<string>(text) is { } node ? new(node, map) : null;

    private static CallNode<string, string, bool>? Test(
        Expression text,
        Expression argument,
        NodeBuilder builder,
        Func<string, string?, bool> test
    ) =>
        builder.Build<string>(text) is { } receiver && builder.Build<string>(argument) is { } other
            ? new(receiver, other, test)
            : null;

    // A static method takes the null as it is.
    private static StaticTestNode? Blank(Expression text, NodeBuilder builder, Func<string?, bool> test) =>
        builder.Build<string>(text) is { } node
            ? new(node, new ConstantNode<string>(null), (known, _) => test(known))
            : null;

    private static StaticTestNode? Same(Expression left, Expression right, StringComparison how, NodeBuilder builder) =>
        builder.Build<string>(left) is { } one && builder.Build<string>(right) is { } other
            ? new(one, other, (text, same) => string.Equals(text, same, how))
            : null;
}
