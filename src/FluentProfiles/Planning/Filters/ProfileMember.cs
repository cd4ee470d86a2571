using System.Linq.Expressions;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Planning.Filters;

/// <summary>Recognises a member of the profile itself.</summary>
internal static class ProfileMember
{
    public static bool Is(Expression node, ProfileField field) =>
        ComparisonForm.Bare(node) is MemberExpression { Expression: ParameterExpression } member
        && ProfileSchema.Find(member.Member) == field;
}
