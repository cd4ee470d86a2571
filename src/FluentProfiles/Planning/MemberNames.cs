using System.Linq.Expressions;
using FluentProfiles.Expressions;
using FluentProfiles.Model.Schema;
using FluentProfiles.Operators;
using FluentProfiles.Planning.Filters;
using FluentProfiles.Sources;

namespace FluentProfiles.Planning;

/// <summary>Finds the members and the keys of metadata that steps name.</summary>
internal sealed class MemberNames : DeepVisitor
{
    private static readonly ProfileField Metadata = ProfileSchema.FieldOf(nameof(UserProfile.Metadata));

    private readonly List<string> keys = [];
    private FieldMask fields = FieldMask.None;

    public static NamedMembers In(IEnumerable<QueryOperator> steps)
    {
        MemberNames names = new();
        foreach (var step in steps)
            names.Visit(step.Body);
        return new(names.fields, names.keys);
    }

    // Each member of a chain by itself: a part that is only tested for null is named without what is below it.
    protected override Expression VisitMember(MemberExpression node)
    {
        if (ProfileSchema.Find(node.Member) is { Facts: not null } field)
            fields |= field.Mask;
        return base.VisitMember(node);
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        Expression[] operands = node.Object is null ? [.. node.Arguments] : [node.Object, .. node.Arguments];
        if (operands.Any(operand => ProfileMember.Is(operand, Metadata)))
            keys.AddRange(operands.OfType<ConstantExpression>().Select(one => one.Value).OfType<string>().Take(1));
        return base.VisitMethodCall(node);
    }
}
