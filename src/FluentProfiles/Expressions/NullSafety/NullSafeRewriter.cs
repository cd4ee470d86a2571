using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using FluentProfiles.Expressions.Forms;
using FluentProfiles.Expressions.Text;

namespace FluentProfiles.Expressions.NullSafety;

/// <summary>Rewrites a lambda to the null rule of queries: every <c>.</c>, <c>[]</c> and call of a delegate reads as <c>?.</c>,
/// operators are lifted as C# lifts them, a condition holds only when it is true, and a null in a non-nullable place is that
/// type's default.</summary>
/// <remarks>This is the only place that knows the rule: the nodes of the evaluator are built from the result, and what they
/// don't know is compiled from it. A part may have two forms: <see cref="OrNull"/> gives its value or null, as the original's
/// type or as <see cref="Lifting.Lifted"/> of it; <see cref="Visit"/> gives exactly the original's type.</remarks>
internal sealed partial class NullSafeRewriter : DeepVisitor
{
    public static Expression<TDelegate> Rewrite<TDelegate>(Expression<TDelegate> lambda) =>
        (Expression<TDelegate>)new NullSafeRewriter().VisitLambda(lambda);

    /// <summary>The value of an expression, or null where the rule says so, as a type that holds it.</summary>
    public static Expression RewriteOrNull(Expression node) => new NullSafeRewriter().OrNull(node);

    public static LambdaExpression RewriteAny(LambdaExpression lambda) =>
        (LambdaExpression)new NullSafeRewriter().Visit(lambda)!;

    /// <summary>True when null may stand where a value is: in a chain below something that is missing, or as the value
    /// itself.</summary>
    public static bool MayBeNull(Expression node) =>
        node is ConstantExpression constant
            ? constant.Value is null
            : Lifting.TakesNull(new NullSafeRewriter().OrNull(node).Type);

    /// <summary>A node for a place that takes its type: an argument, an element, the result. So any construct that this class
    /// says nothing of is right, too.</summary>
    public override Expression? Visit(Expression? node) => node is null ? null : Lifting.As(OrNull(node), node.Type);

    protected override Expression VisitLambda<T>(Expression<T> node) => node.Update(Visit(node.Body)!, node.Parameters);

    protected override Expression VisitMember(MemberExpression node)
    {
        if (node.Expression is null)
            return node;
        var owner = OrNull(node.Expression);
        if (Nullable.GetUnderlyingType(node.Expression.Type) is null)
            return Lifting.WhenNotNull(owner, value => Expression.MakeMemberAccess(value, node.Member));
        return node.Member.Name == nameof(Nullable<int>.Value)
            ? owner
            : node.Update(Lifting.As(owner, node.Expression.Type));
    }

    protected override Expression VisitIndex(IndexExpression node) =>
        node.Object is null
            ? base.VisitIndex(node)
            : Lifting.WhenNotNull(OrNull(node.Object), value => node.Update(value, Visit(node.Arguments)));

    protected override Expression VisitInvocation(InvocationExpression node) =>
        Lifting.WhenNotNull(OrNull(node.Expression), value => node.Update(value, Visit(node.Arguments)));

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (SpanCall.Read(node) is { } span)
            return Lifting.WhenNotNull(OrNull(span.Items), items => span.With(items, argument => Visit(argument)!));
        ThrowIfSpanIsInterpreted(node);
        if (EqualsCall(node) is { } equality)
            return equality;
        if (node.Object is { } receiver)
            return OfInstance(node, receiver);
        return node.Method.IsDefined(typeof(ExtensionAttribute), false)
            ? OfExtension(node, node.Arguments[0])
            : node.Update(null, Visit(node.Arguments));
    }

    private Expression OfInstance(MethodCallExpression node, Expression receiver)
    {
        // A method of Nullable<T> itself (GetValueOrDefault, Equals) takes the null as it is.
        return Nullable.GetUnderlyingType(receiver.Type) is not null
            ? node.Update(Visit(receiver), Visit(node.Arguments))
            : Lifting.WhenNotNull(OrNull(receiver), known => node.Update(known, Visit(node.Arguments)));
    }

    // An extension method is not called for a null, as no other member is, even where it would take one.
    private Expression OfExtension(MethodCallExpression node, Expression receiver) =>
        Lifting.WhenNotNull(
            Lifting.TakesNull(receiver.Type) ? Visit(receiver)! : OrNull(receiver),
            value =>
                node.Update(
                    null,
                    [Lifting.As(value, receiver.Type), .. node.Arguments.Skip(1).Select(argument => Visit(argument)!)]
                )
        );

    protected override Expression VisitConditional(ConditionalExpression node)
    {
        if (node.Type == typeof(void))
            return base.VisitConditional(node);
        var (yes, no) = (OrNull(node.IfTrue), OrNull(node.IfFalse));
        var type = yes.Type == node.Type && no.Type == node.Type ? node.Type : Lifting.Lifted(node.Type);
        return Expression.Condition(Visit(node.Test)!, Lifting.As(yes, type), Lifting.As(no, type), type);
    }

    protected override Expression VisitTypeBinary(TypeBinaryExpression node)
    {
        var tested = OrNull(node.Expression);
        return node.NodeType == ExpressionType.TypeIs
            ? Expression.TypeIs(tested, node.TypeOperand)
            : Expression.TypeEqual(tested, node.TypeOperand);
    }

    private static void ThrowIfSpanIsInterpreted(MethodCallExpression node)
    {
        if (!RuntimeFeature.IsDynamicCodeSupported && node.Type.IsByRefLike)
            throw UnsupportedExpression.SpanAheadOfTime(node);
    }

    private Expression OrNull(Expression node)
    {
        var value = base.Visit(node)!;
        return value.Type == node.Type ? value : Lifting.Lift(value);
    }
}
