using System.Linq.Expressions;
using FluentProfiles.Planning.Evaluation;

namespace FluentProfiles.Writing.Bulk;

internal sealed class Setter<TValue>(
    WriteTarget target,
    Expression<Func<UserProfile, TValue?>> current,
    Expression<Func<UserProfile, TValue?>> wanted
) : Setter(target)
{
    public override LambdaExpression Current => current;

    public override LambdaExpression Wanted => wanted;

    public override BoundSetter Bind(Expression current, Expression wanted, ParameterExpression profile) =>
        new(Target, Text(current, profile), Text(wanted, profile));

    private static Func<UserProfile, string?> Text(Expression body, ParameterExpression profile)
    {
        var value = Evaluator.Of(Expression.Lambda<Func<UserProfile, TValue?>>(body, profile));
        return item => FieldTexts.Of(value(item));
    }
}
