using System.Linq.Expressions;
using System.Reflection;
using FluentProfiles.Tests.Properties.Expressions.Captured;
using FluentProfiles.Tests.Properties.Expressions.Grammar;

namespace FluentProfiles.Tests.Properties.Expressions.Oracle;

/// <summary>Operators that an application's types declare.</summary>
internal static class OwnOperator
{
    /// <summary>The method of such an operator, or null for any other.</summary>
    public static MethodInfo? Of(BinaryExpression node) =>
        node.Method is { } method && method.DeclaringType!.Namespace == typeof(Money).Namespace ? method : null;

    /// <summary>True when C# lifts it: it takes values, none of them nullable.</summary>
    public static bool SkipsNull(MethodInfo method) =>
        method.GetParameters().All(parameter => IsValue(parameter.ParameterType));

    private static bool IsValue(Type type) =>
        type.IsByRef ? IsValue(type.GetElementType()!) : type.IsValueType && !Universe.IsNullable(type);
}
