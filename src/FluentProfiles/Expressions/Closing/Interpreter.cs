using System.Linq.Expressions;
using FluentProfiles.Expressions.NullSafety;

namespace FluentProfiles.Expressions.Closing;

/// <summary>Gets the value of an expression that is evaluated once, so that compiling it would cost more than it gains.</summary>
internal static class Interpreter
{
    public static object? ValueOf(Expression node) =>
        Expression
            .Lambda<Func<object?>>(Expression.Convert(node, typeof(object)))
            .Compile(preferInterpretation: true)();

    /// <summary>A value as a constant; a null where the type takes none as its default.</summary>
    public static Expression Held(object? value, Type type) =>
        value is null && !Lifting.TakesNull(type) ? Expression.Default(type) : Expression.Constant(value, type);
}
