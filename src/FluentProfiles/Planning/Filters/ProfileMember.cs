using System.Linq.Expressions;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Planning.Filters;

/// <summary>Recognises a member of the profile itself.</summary>
internal static class ProfileMember
{
    public static bool Is(Expression node, ProfileField field) => FieldOf(node) == field;

    /// <summary>The field that an expression reads; null for any other expression.</summary>
    public static ProfileField? FieldOf(Expression node) =>
        ComparisonForm.Bare(node) is MemberExpression { Expression: ParameterExpression } member
            ? ProfileSchema.Find(member.Member)
            : null;
}
