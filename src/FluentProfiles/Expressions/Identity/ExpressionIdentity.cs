using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using FluentProfiles.Expressions.Captured;
using FluentProfiles.Expressions.Closing;
using FluentProfiles.Expressions.Forms;
using FluentProfiles.Expressions.Text;

namespace FluentProfiles.Expressions.Identity;

/// <summary>Writes all that an expression means, so that two with the same text do the same: every node with its type, every
/// method and member with the type that declares it, every captured value. The names of parameters are left out.</summary>
internal sealed class ExpressionIdentity : DeepVisitor
{
    private readonly StringBuilder text = new();
    private readonly List<ParameterExpression> parameters = [];

    public static string Of(LambdaExpression? lambda)
    {
        var writer = new ExpressionIdentity();
        writer.Visit(lambda);
        return writer.text.ToString();
    }

    public override Expression? Visit(Expression? node)
    {
        if (node is null)
        {
            text.Append('-');
            return null;
        }
        text.Append('(').Append((int)node.NodeType).Append(' ').Append(TypeName.Of(node.Type)).Append(' ');
        base.Visit(node);
        text.Append(')');
        return node;
    }

    protected override Expression VisitLambda<T>(Expression<T> node)
    {
        parameters.AddRange(node.Parameters);
        return base.VisitLambda(node);
    }

    protected override Expression VisitParameter(ParameterExpression node)
    {
        if (!parameters.Contains(node))
            parameters.Add(node);
        text.Append(parameters.IndexOf(node));
        return node;
    }

    protected override Expression VisitConstant(ConstantExpression node)
    {
        ValueIdentity.Append(text, node.Value);
        return node;
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        Append(node.Member);
        return base.VisitMember(node);
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        Append(node.Method);
        if (ContainsCall.Read(node) is not { } contains || !CapturedCollection.IsCopy(contains.Items))
            return base.VisitMethodCall(node);
        // Membership does not depend on the order, and the items of a copied set may come in any.
        ValueIdentity.AppendSet(text, (IEnumerable)contains.Items);
        Visit(contains.Item);
        return node;
    }

    protected override Expression VisitBinary(BinaryExpression node)
    {
        Append(node.Method);
        if (!IsComparison(node))
            return base.VisitBinary(node);
        Visit(ComparedNumber.Of(node.Left));
        Visit(ComparedNumber.Of(node.Right));
        return node;
    }

    private static bool IsComparison(BinaryExpression node) =>
        node.NodeType
            is ExpressionType.Equal
                or ExpressionType.NotEqual
                or ExpressionType.LessThan
                or ExpressionType.LessThanOrEqual
                or ExpressionType.GreaterThan
                or ExpressionType.GreaterThanOrEqual;

    protected override Expression VisitUnary(UnaryExpression node)
    {
        Append(node.Method);
        return base.VisitUnary(node);
    }

    protected override Expression VisitNew(NewExpression node)
    {
        Append(node.Constructor);
        foreach (var member in node.Members ?? Enumerable.Empty<MemberInfo>())
            text.Append(member.Name).Append(',');
        return base.VisitNew(node);
    }

    protected override Expression VisitIndex(IndexExpression node)
    {
        Append(node.Indexer);
        return base.VisitIndex(node);
    }

    protected override Expression VisitTypeBinary(TypeBinaryExpression node)
    {
        text.Append(TypeName.Of(node.TypeOperand)).Append(' ');
        return base.VisitTypeBinary(node);
    }

    protected override MemberBinding VisitMemberBinding(MemberBinding node)
    {
        text.Append((int)node.BindingType);
        Append(node.Member);
        return base.VisitMemberBinding(node);
    }

    protected override ElementInit VisitElementInit(ElementInit node)
    {
        Append(node.AddMethod);
        return base.VisitElementInit(node);
    }

    protected override Expression VisitExtension(Expression node)
    {
        if (node is not ClosedFailure failure)
            return base.VisitExtension(node);
        Visit(failure.Written);
        return node;
    }

    private void Append(MemberInfo? member)
    {
        if (member is not null)
            text.Append(MemberName.Of(member)).Append(' ');
    }
}
