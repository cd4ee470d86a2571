using System.Linq.Expressions;

namespace FluentProfiles.Tests.Planning.Filters;

internal static class Predicates
{
    /// <summary>The condition as plain LINQ evaluates it, where a null that C# would throw for makes it false.</summary>
    public static Func<UserProfile, bool> NullSafe(this Expression<Func<UserProfile, bool>> condition)
    {
        var compiled = condition.Compile();
        return profile =>
        {
            try
            {
                return compiled(profile);
            }
            catch (NullReferenceException)
            {
                return false;
            }
        };
    }

    public static Expression<Func<UserProfile, bool>> Not(this Expression<Func<UserProfile, bool>> condition) =>
        condition.Update(Expression.Not(condition.Body), condition.Parameters);
}
