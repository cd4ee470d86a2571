using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Text;
using FluentProfiles.Expressions.Closing;
using FluentProfiles.Expressions.NullSafety;

namespace FluentProfiles.Expressions.Text;

/// <summary>Writes an expression as the C# it came from, near enough for a person to recognise it.</summary>
/// <param name="redact">True to print values as <c>?</c>, because they may be data of a customer.</param>
internal sealed partial class CSharpText(bool redact) : DeepVisitor
{
    private readonly StringBuilder text = new();
    private bool showsNames = !redact;

    public static string Of(Expression node, bool redact)
    {
        var writer = new CSharpText(redact);
        writer.Visit(node);
        return writer.text.ToString();
    }

    protected override Expression VisitLambda<T>(Expression<T> node)
    {
        text.Append(node.Parameters is [var only] ? only.Name : $"({string.Join(", ", node.Parameters)})");
        return Write(" => ", node.Body);
    }

    protected override Expression VisitParameter(ParameterExpression node) => Write(node.Name ?? "_");

    protected override Expression VisitConstant(ConstantExpression node) =>
        Write(redact && node.Value is not null ? "?" : ValueText(node.Value));

    // A part that failed or is not read has no value to leave out: the names of its variables say where to look.
    protected override Expression VisitExtension(Expression node)
    {
        var written = node switch
        {
            ClosedFailure failure => failure.Written,
            UnreadPart unread => unread.Source,
            _ => null,
        };
        if (written is null)
            return node.CanReduce ? base.VisitExtension(node) : Write(node.GetType().Name);
        showsNames = true;
        Visit(written);
        showsNames = !redact;
        return node;
    }

    protected override Expression VisitIndex(IndexExpression node)
    {
        Whole(node.Object);
        text.Append('[');
        List(node.Arguments);
        return Write("]");
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        // A captured variable is a field of a class that the compiler made; its name says nothing, the variable's does.
        if (node.Expression is ConstantExpression)
            return Write(showsNames ? node.Member.Name : "?");
        if (node.Expression is null)
            text.Append(node.Member.DeclaringType!.Name);
        else
            Receiver(node.Expression);
        return Write("." + node.Member.Name);
    }

    protected override Expression VisitBinary(BinaryExpression node)
    {
        if (node.NodeType == ExpressionType.ArrayIndex)
        {
            Whole(node.Left);
            return Write("[", node.Right, "]");
        }
        Operand(node.Left, node.Right, node);
        text.Append(' ').Append(Operators.GetValueOrDefault(node.NodeType, node.NodeType.ToString())).Append(' ');
        Operand(node.Right, node.Left, node);
        return node;
    }

    protected override Expression VisitUnary(UnaryExpression node)
    {
        if (CSharpCast.IsWritten(node))
            return Cast(node);
        var isKnown = UnaryOperators.TryGetValue(node.NodeType, out var sign);
        if (node.NodeType is not (ExpressionType.TypeAs or ExpressionType.ArrayLength) && !isKnown)
            return Visit(node.Operand)!;
        text.Append(node.NodeType == ExpressionType.Not && !IsBoolean(node.Type) ? "~" : sign);
        Whole(node.Operand);
        return node.NodeType switch
        {
            ExpressionType.TypeAs => Write(" as " + CSharpTypeName.Of(node.Type)),
            ExpressionType.ArrayLength => Write(".Length"),
            _ => node,
        };
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        var isExtension = node.Object is null && node.Method.IsDefined(typeof(ExtensionAttribute), false);
        var arguments = isExtension ? node.Arguments.Skip(1) : node.Arguments;
        if (node.Method.Name == "op_Implicit")
            return Visit(node.Arguments[0])!;
        if (isExtension || node.Object is not null)
            Receiver(node.Object ?? node.Arguments[0]);
        else
            text.Append(node.Method.DeclaringType!.Name);
        var isIndexer = node is { Object: not null, Method: { IsSpecialName: true, Name: "get_Item" or "get_Chars" } };
        text.Append(isIndexer ? "[" : $".{node.Method.Name}(");
        List(arguments);
        return Write(isIndexer ? "]" : ")");
    }

    protected override Expression VisitConditional(ConditionalExpression node)
    {
        Enclosed(node.Test, Shown(node.Test) is ConditionalExpression);
        return Write(" ? ", node.IfTrue, " : ", node.IfFalse);
    }

    protected override Expression VisitNew(NewExpression node)
    {
        text.Append(node.Members is null ? $"new {CSharpTypeName.Of(node.Type)}(" : "new { ");
        for (var i = 0; i < node.Arguments.Count; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            if (node.Members is { } members && (node.Arguments[i] as MemberExpression)?.Member.Name != members[i].Name)
                text.Append(members[i].Name).Append(" = ");
            Visit(node.Arguments[i]);
        }
        return Write(node.Members is null ? ")" : " }");
    }

    protected override Expression VisitMemberInit(MemberInitExpression node)
    {
        text.Append($"new {CSharpTypeName.Of(node.Type)} {{ ");
        for (var i = 0; i < node.Bindings.Count; i++)
        {
            text.Append(i == 0 ? "" : ", ").Append(node.Bindings[i].Member.Name).Append(" = ");
            if (node.Bindings[i] is MemberAssignment assigned)
                Visit(assigned.Expression);
            else
                text.Append("{ … }");
        }
        return Write(" }");
    }

    protected override Expression VisitListInit(ListInitExpression node)
    {
        text.Append($"new {CSharpTypeName.Of(node.Type)} {{ ");
        List(node.Initializers.SelectMany(added => added.Arguments));
        return Write(" }");
    }

    protected override Expression VisitInvocation(InvocationExpression node)
    {
        Whole(node.Expression);
        text.Append('(');
        List(node.Arguments);
        return Write(")");
    }

    protected override Expression VisitTypeBinary(TypeBinaryExpression node)
    {
        Whole(node.Expression);
        return Write(" is " + CSharpTypeName.Of(node.TypeOperand));
    }

    protected override Expression VisitNewArray(NewArrayExpression node)
    {
        text.Append('[');
        List(node.Expressions);
        return Write("]");
    }

    private void List(IEnumerable<Expression> nodes, string separator = ", ")
    {
        var first = true;
        foreach (var node in nodes)
        {
            text.Append(first ? "" : separator);
            Visit(node);
            first = false;
        }
    }

    private void Operand(Expression node, Expression other, BinaryExpression owner)
    {
        if (node is ConstantExpression { Value: int code } && !redact && IsLetter(other))
            Write(ValueText((char)code));
        else if (node is UnaryExpression cast && CSharpCast.ChoosesReferences(node, owner))
            Cast(cast);
        else
            Enclosed(node, IsNested(Shown(node), owner));
    }

    private Expression Cast(UnaryExpression node)
    {
        text.Append('(').Append(CSharpTypeName.Of(node.Type)).Append(')');
        Whole(node.Operand);
        return node;
    }

    /// <summary>Writes what a member is called on, with the cast to the interface or base type that declares it.</summary>
    private void Receiver(Expression node)
    {
        if (node is not UnaryExpression cast || !CSharpCast.ChoosesMember(cast))
            Whole(node);
        else
        {
            text.Append('(');
            Cast(cast);
            text.Append(')');
        }
    }

    /// <summary>Writes what a member, an argument list or a sign applies to as a whole.</summary>
    private void Whole(Expression? node) => Enclosed(node, IsCompound(Shown(node)) || Shown(node) is UnaryExpression);

    private void Enclosed(Expression? node, bool isEnclosed)
    {
        text.Append(isEnclosed ? "(" : "");
        Visit(node);
        text.Append(isEnclosed ? ")" : "");
    }

    /// <summary>Returns the expression below the conversions that aren't written.</summary>
    private static Expression? Shown(Expression? node) =>
        node switch
        {
            UnaryExpression { NodeType: ExpressionType.ArrayLength } => null,
            UnaryExpression unary
                when unary.NodeType != ExpressionType.TypeAs
                    && !UnaryOperators.ContainsKey(unary.NodeType)
                    && !CSharpCast.IsWritten(unary) => Shown(unary.Operand),
            MethodCallExpression { Method.Name: "op_Implicit" } call => Shown(call.Arguments[0]),
            ClosedFailure failure => Shown(failure.Written),
            _ => node,
        };

    private static bool IsCompound(Expression? node) =>
        node
            is BinaryExpression { NodeType: not ExpressionType.ArrayIndex }
                or ConditionalExpression
                or TypeBinaryExpression
                or LambdaExpression;

    private static bool IsNested(Expression? node, BinaryExpression owner) =>
        node switch
        {
            BinaryExpression inner when IsLogical(owner) => inner.NodeType != owner.NodeType
                && (IsLogical(inner) || inner.NodeType is ExpressionType.Coalesce or ExpressionType.Assign),
            TypeBinaryExpression or UnaryExpression { NodeType: ExpressionType.TypeAs } => !IsLogical(owner),
            _ => IsCompound(node),
        };

    private static bool IsLetter(Expression node) =>
        node is UnaryExpression { NodeType: ExpressionType.Convert } promoted && promoted.Operand.Type == typeof(char);

    private static bool IsBoolean(Type type) => Lifting.Bare(type) == typeof(bool);

    private static bool IsLogical(BinaryExpression node) =>
        node.NodeType is ExpressionType.AndAlso or ExpressionType.OrElse;

    private Expression Write(params ReadOnlySpan<object> parts)
    {
        foreach (var part in parts)
        {
            if (part is Expression node)
                Visit(node);
            else
                text.Append(part);
        }
        return Expression.Empty();
    }
}
