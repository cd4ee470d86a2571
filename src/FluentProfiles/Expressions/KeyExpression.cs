using System.Linq.Expressions;
using FluentProfiles.Expressions.Fields;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Expressions;

/// <summary>Finds the field that a sort key names.</summary>
internal static class KeyExpression
{
    /// <summary>Returns the field of the profile that the key is, or null for any other expression.</summary>
    public static ProfileField? Of(LambdaExpression key)
    {
        var written = Written(key);
        return written is MemberExpression { Expression: ParameterExpression } member
            ? ProfileSchema.Find(member.Member)
            : null;
    }

    /// <summary>Returns the member of the profile, or of one of its parts, that the key is; null for any other
    /// expression.</summary>
    public static FieldPath? PathOf(LambdaExpression key) => MemberPath.Of(Written(key));

    /// <summary>Returns true when keys of this kind can be compared. If not, a comparison with the second item throws.</summary>
    public static bool IsOrdered<T, TKey>(Expression<Func<T, TKey>> key) =>
        Of(key) is { SortKey: not null } || KeyOrder.Has(typeof(TKey), Written(key).Type);

    /// <summary>The key as written, without conversions that leave the value as it is: a dynamic sort boxes every
    /// key.</summary>
    private static Expression Written(LambdaExpression key)
    {
        var written = key.Body;
        while (Operand(written) is { } operand)
            written = operand;
        for (var node = key.Body; node != written; node = Operand(node)!)
        {
            if (!KeepsValue(written.Type, node.Type))
                return key.Body;
        }
        return written;
    }

    private static Expression? Operand(Expression node) =>
        node is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.TypeAs, Method: null } conversion
            ? conversion.Operand
            : null;

    private static bool KeepsValue(Type from, Type to) =>
        from.IsAssignableTo(to) || Nullable.GetUnderlyingType(to) == from;
}
