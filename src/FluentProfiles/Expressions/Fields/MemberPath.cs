using System.Linq.Expressions;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Expressions.Fields;

/// <summary>Finds the member of a profile that an expression names.</summary>
internal static class MemberPath
{
    /// <param name="node">The expression.</param>
    /// <param name="bare">Removes conversions from a part of the expression; null to accept none.</param>
    /// <returns>Null for an expression that is no member of a profile or of one of its parts.</returns>
    public static FieldPath? Of(Expression node, Func<Expression, Expression>? bare = null)
    {
        var current = Bare(node);
        // The usual case, without a list.
        if (current is MemberExpression { Expression: ParameterExpression profile } own)
            return profile.Type == typeof(UserProfile) ? ProfileSchema.Find(own.Member)?.Path : null;
        List<ProfileField> fields = [];
        for (; current is MemberExpression { Expression: { } owner } member; current = Bare(owner))
        {
            if (ProfileSchema.Find(member.Member) is not { } field)
                return null;
            fields.Insert(0, field);
        }
        return fields.Count > 0 && current is ParameterExpression { Type: var type } && type == typeof(UserProfile)
            ? new(fields)
            : null;

        Expression Bare(Expression part) => bare is null ? part : bare(part);
    }
}
