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
    private readonly bool hasProfile;
    private HashSet<ParameterExpression>? inner;

    /// <param name="hasProfile">True when a profile that is bound nowhere within the expression is the one that a source has
    /// given, which is never null. Any other, such as an item of a captured collection, may be.</param>
    private NullSafeRewriter(bool hasProfile = true) => this.hasProfile = hasProfile;

    /// <param name="lambda">The lambda of a query.</param>
    /// <param name="hasProfile">False when its item may be null, even where it is a profile.</param>
    public static Expression<TDelegate> Rewrite<TDelegate>(Expression<TDelegate> lambda, bool hasProfile = true) =>
        lambda.Update(new NullSafeRewriter(hasProfile).Visit(lambda.Body)!, lambda.Parameters);

    /// <summary>The value of an expression, or null where the rule says so, as a type that holds it.</summary>
    public static Expression RewriteOrNull(Expression node) => new NullSafeRewriter().OrNull(node);

    public static LambdaExpression RewriteAny(LambdaExpression lambda) =>
        (LambdaExpression)new NullSafeRewriter().Visit(lambda)!;

    /// <summary>True when null may stand where a value is: in a chain below something that is missing, or as the value
    /// itself.</summary>
    /// <param name="node">The expression.</param>
    /// <param name="hasProfile">False when a profile in it may be another than the one that a source has given.</param>
    public static bool MayBeNull(Expression node, bool hasProfile = true) =>
        node is ConstantExpression constant
            ? constant.Value is null
            : Lifting.TakesNull(new NullSafeRewriter(hasProfile).OrNull(node).Type);

    /// <summary>A node for a place that takes its type: an argument, an element, the result. So any construct that this class
    /// says nothing of is right, too.</summary>
    public override Expression? Visit(Expression? node) => node is null ? null : Lifting.As(OrNull(node), node.Type);

    protected override Expression VisitLambda<T>(Expression<T> node)
    {
        (inner ??= []).UnionWith(node.Parameters);
        return node.Update(Visit(node.Body)!, node.Parameters);
    }

    protected override Expression VisitBlock(BlockExpression node)
    {
        (inner ??= []).UnionWith(node.Variables);
        return base.VisitBlock(node);
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        if (node.Expression is null)
            return node;
        var owner = OrNull(node.Expression);
        if (Nullable.GetUnderlyingType(node.Expression.Type) is null)
            return WhenNotNull(owner, value => Expression.MakeMemberAccess(value, node.Member));
        return node.Member.Name == nameof(Nullable<int>.Value)
            ? owner
            : node.Update(Lifting.As(owner, node.Expression.Type));
    }

    protected override Expression VisitIndex(IndexExpression node) =>
        node.Object is null
            ? base.VisitIndex(node)
            : WhenNotNull(OrNull(node.Object), value => node.Update(value, Visit(node.Arguments)));

    protected override Expression VisitInvocation(InvocationExpression node) =>
        WhenNotNull(OrNull(node.Expression), value => node.Update(value, Visit(node.Arguments)));

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (SpanCall.Read(node) is { } span)
            return WhenNotNull(OrNull(span.Items), items => span.With(items, argument => Visit(argument)!));
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
            : WhenNotNull(OrNull(receiver), known => node.Update(known, Visit(node.Arguments)));
    }

    // An extension method is not called for a null, as no other member is, even where it would take one.
    private Expression OfExtension(MethodCallExpression node, Expression receiver) =>
        WhenNotNull(
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

    private Expression WhenNotNull(Expression receiver, Func<Expression, Expression> rest) =>
        IsProfile(receiver) ? rest(receiver) : Lifting.WhenNotNull(receiver, rest);

    private bool IsProfile(Expression node) =>
        hasProfile
        && node is ParameterExpression parameter
        && node.Type == typeof(UserProfile)
        && inner?.Contains(parameter) != true;

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
