using System.Collections;
using System.Linq.Expressions;

namespace FluentProfiles.Tests.Properties.Expressions.Oracle;

// Methods of spans, over the arrays and texts that the spans are of.
internal sealed partial class ExpressionNullRule
{
    private object? OverSpan(MethodCallExpression node)
    {
        if (node.Arguments[1].Type.IsByRefLike)
            return OfSequence(node);
        if (Listed(node.Arguments[0]) is not { } items)
            return null;
        var sought = Fitted(node.Arguments[1]);
        var comparer = node.Arguments.Count > 2 ? Fitted(node.Arguments[2]) : null;
        var equals = comparer is null ? null : node.Arguments[2].Type.GetMethod("Equals");
        var position = Array.FindIndex(
            items,
            item => equals is null ? Equals(item, sought) : (bool)Invoked(equals, comparer, [item, sought])!
        );
        return node.Method.Name == "Contains" ? position >= 0 : position;
    }

    private object? OfSequence(MethodCallExpression node)
    {
        if (Listed(node.Arguments[0]) is not { } all)
            return null;
        var sought = Listed(node.Arguments[1]) ?? [];
        return node.Method.Name switch
        {
            nameof(MemoryExtensions.IndexOf) => Enumerable
                .Range(0, all.Length + 1)
                .Where(position => all.Skip(position).Take(sought.Length).SequenceEqual(sought))
                .DefaultIfEmpty(-1)
                .First(),
            nameof(MemoryExtensions.StartsWith) => all.Take(sought.Length).SequenceEqual(sought),
            nameof(MemoryExtensions.EndsWith) => all.TakeLast(sought.Length).SequenceEqual(sought),
            _ => all.SequenceEqual(sought),
        };
    }

    private object?[]? Listed(Expression span) =>
        (Of(((MethodCallExpression)span).Arguments[0]) as IEnumerable)?.Cast<object?>().ToArray();
}
