using System.Linq.Expressions;
using FluentProfiles.Planning.Expressions;

namespace FluentProfiles.Planning.Evaluation;

/// <summary>Makes a lambda of a query callable. The null rule is written into it first; the result runs by nodes where they
/// know every construct of it, and is compiled else.</summary>
/// <remarks>The result holds the item that it works on, so it belongs to one run and is not thread-safe.</remarks>
internal static class Evaluator
{
    public static Func<TItem, TResult> Of<TItem, TResult>(Expression<Func<TItem, TResult>> lambda) =>
        NullSafeRewriter.Rewrite(lambda) is var safe && OfNodes(safe) is { } nodes ? nodes : safe.Compile();

    /// <summary>The lambda by nodes alone, or null where they don't know a construct of it.</summary>
    public static Func<TItem, TResult>? ByNodes<TItem, TResult>(Expression<Func<TItem, TResult>> lambda) =>
        OfNodes(NullSafeRewriter.Rewrite(lambda));

    private static Func<TItem, TResult>? OfNodes<TItem, TResult>(Expression<Func<TItem, TResult>> lambda)
    {
        if (ValueKinds.Of(typeof(TItem)) is null)
            return null;
        var slot = new SlotNode<TItem>();
        var builder = new NodeBuilder();
        builder.Bind(lambda.Parameters[0], slot);
        return Result<TResult>(builder.Build(lambda.Body)) is { } result
            ? item =>
            {
                slot.Item = item;
                return result.GetOrDefault()!;
            }
            : null;
    }

    private static Node<TResult>? Result<TResult>(Node? node) =>
        node switch
        {
            null => null,
            Node<TResult> same => same,
            _ when Nullable.GetUnderlyingType(typeof(TResult)) is { } bare && ValueKinds.Of(bare) is { } kind =>
                kind.Nullable(node) as Node<TResult>,
            Node<object> created when !typeof(TResult).IsValueType => new CastNode<TResult>(created),
            _ => null,
        };
}
