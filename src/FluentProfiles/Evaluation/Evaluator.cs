using System.Linq.Expressions;
using FluentProfiles.Evaluation.Kinds;
using FluentProfiles.Evaluation.Nodes;
using FluentProfiles.Expressions;
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
    /// <exception cref="UnsupportedQueryException">The lambda can't be compiled.</exception>
    public static Func<TItem, TResult> Of<TItem, TResult>(Expression<Func<TItem, TResult>> lambda) =>
        CodeOf(lambda).Run;

    /// <exception cref="UnsupportedQueryException">The lambda can't be compiled.</exception>
    public static LambdaCode<TItem, TResult> CodeOf<TItem, TResult>(Expression<Func<TItem, TResult>> lambda) =>
        UnsupportedExpression.Guard(
            lambda,
            0,
            static (written, _) => CodeOf(NullSafeRewriter.Rewrite(written), written, OfNull(written))
        );

    private static LambdaCode<TItem, TResult> CodeOf<TItem, TResult>(
        Expression<Func<TItem, TResult>> safe,
        LambdaExpression written,
        Lazy<Func<TItem, TResult>>? ofNull
    ) =>
        OfNodes(safe, written, ofNull) is { } byNodes
            ? new(byNodes, IsByNodes: true)
            : new(Compiled(safe, written, ofNull), IsByNodes: false);

    /// <summary>The code for a null in the place of a profile, which no source gives, but a Select may. Null for items of other
    /// types, whose code expects it.</summary>
    private static Lazy<Func<TItem, TResult>>? OfNull<TItem, TResult>(Expression<Func<TItem, TResult>> written) =>
        typeof(TItem) == typeof(UserProfile)
            ? new(() => CodeOf(NullSafeRewriter.Rewrite(written, hasProfile: false), written, ofNull: null).Run)
            : null;

    private static Func<TItem, TResult>? OfNodes<TItem, TResult>(
        Expression<Func<TItem, TResult>> lambda,
        LambdaExpression written,
        Lazy<Func<TItem, TResult>>? ofNull
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
                if (item is null && ofNull is not null)
                    return ofNull.Value(item);
                slot.Item = item;
                try
                {
                    return result.GetOrDefault()!;
                }
                catch (Exception failure) when (FailureTrace.Record(failure, written))
                {
                    throw;
                }
            }
            : null;
    }

    private static Func<TItem, TResult> Compiled<TItem, TResult>(
        Expression<Func<TItem, TResult>> lambda,
        LambdaExpression written,
        Lazy<Func<TItem, TResult>>? ofNull
    )
    {
        // The compiler of .NET does not look at its stack everywhere.
        var compiled = DeepStack.Run(ExpressionDepth.Of(lambda), () => lambda.Compile());
        return item =>
        {
            if (item is null && ofNull is not null)
                return ofNull.Value(item);
            try
            {
                return compiled(item);
            }
            catch (Exception failure) when (FailureTrace.Record(failure, written))
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
