using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using FluentProfiles.Expressions.Captured;
using FluentProfiles.Expressions.Forms;
using FluentProfiles.Expressions.NullSafety;
using FluentProfiles.Expressions.Text;
using FluentProfiles.Operators;

namespace FluentProfiles.Expressions.Closing;

/// <summary>Replaces every part of an expression that does not depend on a lambda's parameter by its value at this moment:
/// evaluated once, left to right, with the short-circuits of C#. Where that throws, the exception stands in its place.</summary>
internal sealed class ClosedExpressions : DeepVisitor
{
    private readonly ClosedValue values;
    private readonly OpenParts open = new();
    private readonly CapturedSequences sequences;
    private HashSet<Expression>? onlyRead;
    private int lambdas;

    /// <param name="clock">Where <c>UtcNow</c>, <c>Now</c> and <c>Today</c> come from.</param>
    /// <param name="reads">False for an explanation, which leaves alone what may be readable only once.</param>
    public ClosedExpressions(TimeProvider clock, bool reads)
    {
        sequences = new(reads);
        values = new(clock, this, sequences);
    }

    /// <summary>The operator with its expression evaluated; itself where nothing of it is closed.</summary>
    /// <exception cref="UnsupportedQueryException">The expression can't be read, or writes to a variable.</exception>
    public QueryOperator Evaluate(QueryOperator step) =>
        step.Lambda is { } lambda
        && UnsupportedExpression.Guard(lambda, this, static (written, closed) => closed.Evaluate(written.Body))
            is var body
        && body != lambda.Body
            ? step.With(body)
            : step;

    [return: NotNullIfNotNull(nameof(node))]
    public override Expression? Visit(Expression? node) =>
        node switch
        {
            null
            or ConstantExpression
            or ParameterExpression
            or UnreadPart
            or LambdaExpression { Body: ConstantExpression } => node,
            // A lambda is code for what it is passed to.
            LambdaExpression or UnaryExpression { NodeType: ExpressionType.Quote } => base.Visit(node),
            _ => open.AreNoneIn(node) && IsEvaluatedOnce(node) ? Closed(node) : base.Visit(node),
        };

    /// <summary>The same expression with its parts evaluated, but not itself.</summary>
    public Expression VisitParts(Expression node) => base.Visit(node);

    protected override Expression VisitBlock(BlockExpression node) =>
        LetForm.Inlined(node) is { } value ? Visit(value) : base.VisitBlock(node);

    protected override Expression VisitInvocation(InvocationExpression node) =>
        InvokedLambda.Inlined(node, isInner: lambdas > 0) is { } body ? Visit(body) : base.VisitInvocation(node);

    protected override Expression VisitLambda<T>(Expression<T> node)
    {
        lambdas++;
        var closed = base.VisitLambda(node);
        lambdas--;
        return closed;
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (FSharpForm.Piped(node) is { } piped)
            return Visit(piped);
        if (Construction.OnlyReadBy(node) is { } collection)
            (onlyRead ??= []).Add(collection);
        return sequences.Read(node, (MethodCallExpression)base.VisitMethodCall(node));
    }

    // The operand that the short-circuit skips is not evaluated, even where it alone is closed.
    protected override Expression VisitBinary(BinaryExpression node)
    {
        node = LogicChain.Balanced(node);
        // What is assigned to is no value.
        var left = NullSafeRewriter.IsAssignment(node.NodeType) ? node.Left : Visit(node.Left);
        return node.NodeType switch
        {
            ExpressionType.Coalesce => Coalesced(node, left),
            ExpressionType.AndAlso or ExpressionType.OrElse when node.Method is null => Logic(node, left),
            _ => node.Update(left, VisitAndConvert(node.Conversion, null), Visit(node.Right)),
        };
    }

    private Expression Logic(BinaryExpression node, Expression left) =>
        left switch
        {
            ClosedFailure failure => failure.Of(node),
            ConstantExpression { Value: bool known } when known == (node.NodeType == ExpressionType.OrElse) => left,
            _ when node.Type != typeof(bool) => node.Update(left, node.Conversion, Visit(node.Right)),
            ConstantExpression { Value: bool } => OnlyRight(node, left),
            _ => node.Update(
                LogicChain.WithoutOnlyTrue(left),
                node.Conversion,
                LogicChain.WithoutOnlyTrue(Visit(node.Right))
            ),
        };

    // Beside a known left side the right one is not evaluated.
    private Expression Coalesced(BinaryExpression node, Expression left) =>
        left switch
        {
            ClosedFailure failure => failure.Of(node),
            ConstantExpression known
                when values.Of(known) is not null && (node.Conversion is null || open.AreNoneIn(node.Conversion)) =>
                Closed(node, node.Update(known, node.Conversion, node.Right)),
            _ => node.Update(left, VisitAndConvert(node.Conversion, null), Visit(node.Right)),
        };

    // The operator makes null false, which the operand alone does not.
    private Expression OnlyRight(BinaryExpression node, Expression left)
    {
        var right = LogicChain.WithoutOnlyTrue(Visit(node.Right));
        return right is ClosedFailure || Truth.IsNeverNull(right) ? right : node.Update(left, node.Conversion, right);
    }

    protected override Expression VisitConditional(ConditionalExpression node) =>
        Visit(node.Test) switch
        {
            ClosedFailure failure => failure.Of(node),
            ConstantExpression { Value: bool known } => Visit(known ? node.IfTrue : node.IfFalse),
            var test => node.Update(test, Visit(node.IfTrue), Visit(node.IfFalse)),
        };

    protected override Expression VisitNew(NewExpression node) => Created(node);

    // The object that an initialiser fills is made for each item, a value type's, too.
    protected override Expression VisitMemberInit(MemberInitExpression node) =>
        node.Update(Created(node.NewExpression), Visit(node.Bindings, VisitMemberBinding));

    protected override Expression VisitListInit(ListInitExpression node) =>
        node.Update(Created(node.NewExpression), Visit(node.Initializers, VisitElementInit));

    private Expression Evaluate(Expression written)
    {
        WritingCalls.ThrowIfAny(written);
        return Visit(written);
    }

    private bool IsEvaluatedOnce(Expression node) =>
        node.Type != typeof(void) && (!Construction.IsIn(node) || onlyRead?.Contains(node) == true);

    private NewExpression Created(NewExpression node) => sequences.Read(node, node.Update(Visit(node.Arguments)));

    private Expression Closed(Expression node) => Closed(node, node);

    /// <param name="node">The part as written.</param>
    /// <param name="known">The same as far as it is known.</param>
    private Expression Closed(Expression node, Expression known)
    {
        object? value;
        try
        {
            value = values.Of(known);
        }
        catch (UnreadException unread)
        {
            return new UnreadPart(node, unread.Sequence);
        }
        catch (Exception exception)
        {
            return new ClosedFailure(node, exception);
        }
        return Held(value, node.Type);
    }

    // Null where the type has none: the null rule lets it spread, so it stays visible as the conversion of a null.
    private static Expression Held(object? value, Type type) =>
        value is null && !Lifting.TakesNull(type) ? Lifting.NullOf(type) : Expression.Constant(value, type);
}
