using System.Linq.Expressions;
using FluentProfiles.Evaluation.Kinds;
using FluentProfiles.Evaluation.Nodes;
using FluentProfiles.Expressions.Closing;
using FluentProfiles.Expressions.NullSafety;
using FluentProfiles.Expressions.Text;

namespace FluentProfiles.Evaluation;

/// <summary>Makes a lambda of a query callable. The null rule is written into it first; the result runs by nodes where they
/// know every construct of it, and is compiled else.</summary>
/// <remarks>The result holds the item that it works on, so it belongs to one run and is not thread-safe.</remarks>
internal static class Evaluator
{
    /// <param name="lambda">The lambda as written.</param>
    /// <param name="safe">What <see cref="NullSafe"/> makes of it, where that is known.</param>
    /// <exception cref="UnsupportedQueryException">The lambda can't be compiled.</exception>
    public static Func<TItem, TResult> Of<TItem, TResult>(
        Expression<Func<TItem, TResult>> lambda,
        Expression<Func<TItem, TResult>>? safe = null
    ) =>
        UnsupportedExpression.Guard(
            lambda,
            safe ?? NullSafe(lambda),
            static (written, safe) => OfNodes(safe, written) ?? Compiled(safe, written)
        );

    /// <summary>The lambda by nodes alone, or null where they don't know a construct of it.</summary>
    /// <param name="lambda">The lambda as written.</param>
    /// <param name="safe">What <see cref="NullSafe"/> makes of it, where that is known.</param>
    public static Func<TItem, TResult>? ByNodes<TItem, TResult>(
        Expression<Func<TItem, TResult>> lambda,
        Expression<Func<TItem, TResult>>? safe = null
    ) =>
        UnsupportedExpression.Guard(lambda, safe ?? NullSafe(lambda), static (written, safe) => OfNodes(safe, written));

    /// <summary>The lambda with the null rule written into it. Unlike what is made of it, it may be used by many runs.</summary>
    public static Expression<Func<TItem, TResult>> NullSafe<TItem, TResult>(Expression<Func<TItem, TResult>> lambda) =>
        UnsupportedExpression.Guard(lambda, 0, static (written, _) => NullSafeRewriter.Rewrite(written));

    private static Func<TItem, TResult>? OfNodes<TItem, TResult>(
        Expression<Func<TItem, TResult>> lambda,
        LambdaExpression written
    )
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
                try
                {
                    return result.GetOrDefault()!;
                }
                catch (Exception failure) when (FailureTrace.Note(failure, written))
                {
                    throw;
                }
            }
            : null;
    }

    private static Func<TItem, TResult> Compiled<TItem, TResult>(
        Expression<Func<TItem, TResult>> lambda,
        LambdaExpression written
    )
    {
        var compiled = lambda.Compile();
        return item =>
        {
            try
            {
                return compiled(item);
            }
            catch (Exception failure) when (FailureTrace.Note(failure, written))
            {
                throw;
            }
        };
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
