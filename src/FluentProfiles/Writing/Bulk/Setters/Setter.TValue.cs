using System.Linq.Expressions;
using FluentProfiles.Evaluation;
using FluentProfiles.Writing.Single;

namespace FluentProfiles.Writing.Bulk.Setters;

/// <summary>A setter of a field whose values have one type.</summary>
/// <param name="target">The field.</param>
/// <param name="current">The current value.</param>
/// <param name="wanted">The wanted value, where null leaves the field alone, or a <see cref="Change{T}"/> of a text.</param>
internal sealed class Setter<TValue>(
    WriteTarget target,
    Expression<Func<UserProfile, TValue?>> current,
    LambdaExpression wanted
) : Setter(target)
{
    public override LambdaExpression Current => current;

    public override LambdaExpression Wanted => wanted;

    public override BoundSetter Bind(Expression current, Expression wanted, ParameterExpression profile) =>
        new(Target, Text(current, profile), Change(wanted, profile));

    private static Func<UserProfile, Change<string>> Change(Expression body, ParameterExpression profile)
    {
        if (body.Type == typeof(Change<string>))
            return Evaluator.Of(Expression.Lambda<Func<UserProfile, Change<string>>>(body, profile));
        var text = Text(body, profile);
        return item => FluentProfiles.Change.SetOrLeave(text(item));
    }

    private static Func<UserProfile, string?> Text(Expression body, ParameterExpression profile)
    {
        var value = Evaluator.Of(Expression.Lambda<Func<UserProfile, TValue?>>(body, profile));
        return item => FieldTexts.Of(value(item));
    }
}
