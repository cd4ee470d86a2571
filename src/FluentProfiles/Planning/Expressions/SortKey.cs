using System.Linq.Expressions;
using FluentProfiles.Model;

namespace FluentProfiles.Planning.Expressions;

/// <summary>Finds the field that a sort key names.</summary>
internal static class SortKey
{
    /// <summary>The field of the profile that the key is, or null for any other expression.</summary>
    public static ProfileField? Of(LambdaExpression key)
    {
        var body = key.Body;
        while (body is UnaryExpression { NodeType: ExpressionType.Convert, Method: null } conversion)
            body = conversion.Operand;
        return body is MemberExpression { Expression: ParameterExpression } member
            ? ProfileSchema.Find(member.Member)
            : null;
    }
}
