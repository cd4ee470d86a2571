using System.Linq.Expressions;
using FluentProfiles.Expressions.Forms;
using FluentProfiles.Operators;

namespace FluentProfiles.Writing.Bulk.Writes;

/// <summary>The expression of a bulk write's last step: a block of what is read of a profile. It has the id first, then the current and
/// the wanted value of each setter.</summary>
internal static class WriteBlock
{
    private static readonly Expression<Func<UserProfile, string>> Id = p => p.Id;

    public static LambdaExpression Of(IReadOnlyList<WriteSetter> setters)
    {
        var profile = Expression.Parameter(typeof(UserProfile), "p");
        List<Expression> parts = [Over(profile, Id)];
        foreach (var setter in setters)
        {
            parts.Add(Over(profile, setter.Current));
            parts.Add(Over(profile, setter.Wanted));
        }
        return Expression.Lambda<Action<UserProfile>>(Expression.Block(parts), profile);
    }

    /// <summary>The current value of a setter, with its closed parts evaluated if the query is planned.</summary>
    public static Expression CurrentOf(WriteOperator step, int setter) => Part(step, 1 + (2 * setter));

    /// <summary>The wanted value of a setter, with its closed parts evaluated if the query is planned.</summary>
    public static Expression WantedOf(WriteOperator step, int setter) => Part(step, 2 + (2 * setter));

    // Without setters only the id is left of the block, so there is no block to read.
    private static Expression Part(WriteOperator step, int position) =>
        ((BlockExpression)step.Lambda.Body).Expressions[position];

    private static Expression Over(ParameterExpression profile, LambdaExpression lambda) =>
        new ParameterReplacer(lambda.Parameters[0], profile).Visit(lambda.Body);
}
