using System.Linq.Expressions;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Expressions.Fields;

/// <summary>Finds the fields of the profile that an expression reads.</summary>
internal sealed class FieldCollector : DeepVisitor
{
    private FieldMask fields;

    public static FieldMask Collect(LambdaExpression lambda)
    {
        var collector = new FieldCollector();
        collector.Visit(lambda.Body);
        return collector.fields;
    }

    public override Expression? Visit(Expression? node)
    {
        // A chain of fields ends here: what is used of it is its last field with all that lies below.
        if (node is MemberExpression member && ProfileSchema.Find(member.Member) is { } field)
        {
            // Not in one assignment: looking at the owner may add fields, too.
            var owners = Owners(member.Expression);
            fields |= field.Subtree | owners;
            return node;
        }
        return base.Visit(node);
    }

    // A part that is only compared with null is read, but nothing below it. A part that can be the result, as that of
    // ?? can, is read whole.
    protected override Expression VisitBinary(BinaryExpression node)
    {
        var tested =
            node.NodeType is not (ExpressionType.Equal or ExpressionType.NotEqual) || node.Method is not null ? null
            : IsNull(node.Right) ? node.Left
            : IsNull(node.Left) ? node.Right
            : null;
        if (tested is not MemberExpression member || ProfileSchema.Find(member.Member) is null)
            return base.VisitBinary(node);
        var owners = Owners(member);
        fields |= owners;
        return node;
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        Visit(node.Expression);
        return node;
    }

    // A profile that is used as a whole is read as a whole. So is one inside a nested lambda; parts of a list or map are
    // covered by the field that holds them.
    protected override Expression VisitParameter(ParameterExpression node)
    {
        if (node.Type == typeof(UserProfile))
            fields = FieldMask.All;
        return node;
    }

    private static bool IsNull(Expression node) => node is ConstantExpression { Value: null };

    private FieldMask Owners(Expression? owner)
    {
        if (owner is MemberExpression member && ProfileSchema.Find(member.Member) is { } field)
            return field.Mask | Owners(member.Expression);
        if (owner is not ParameterExpression)
            Visit(owner);
        return FieldMask.None;
    }
}
