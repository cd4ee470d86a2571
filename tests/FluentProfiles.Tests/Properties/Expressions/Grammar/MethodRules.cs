using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using FluentProfiles.Tests.Properties.Expressions.Captured;

namespace FluentProfiles.Tests.Properties.Expressions.Grammar;

/// <summary>Methods and constructors: all of the types' own whose parameters expressions can be made for, and helpers as an
/// application has them.</summary>
internal static class MethodRules
{
    /// <summary>Left out: what depends on more than its arguments, and what takes as much memory as it is told.</summary>
    private static readonly HashSet<string> Excluded =
    [
        "GetHashCode",
        "GetType",
        "CopyTo",
        "Clone",
        "Intern",
        "IsInterned",
        "PadLeft",
        "PadRight",
        "GetEnumerator",
        "TryParse",
        "get_Item",
        // The sign of NaN.
        "IsNegative",
        "IsPositive",
        "CopySign",
        // .NET 10 makes an invalid program of it for a negative constant.
        "Log2",
    ];

    private static readonly MethodInfo[] Methods =
    [
        .. Universe
            .Plain.Concat(Universe.Enums)
            .Concat([typeof(ProfileMap<string>), typeof(Math)])
            .Concat(Universe.Plain.Concat(Universe.Enums).Where(type => type.IsValueType).Select(Universe.Nullable))
            .SelectMany(type =>
                type.GetMethods(
                    BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly
                )
            )
            .Where(method =>
                method is { IsSpecialName: false, IsGenericMethodDefinition: false } && !Excluded.Contains(method.Name)
            )
            .Where(CanBeCalled),
    ];

    private static readonly MethodInfo[] Helped =
    [
        .. new[] { typeof(Helpers), typeof(Helper) }.SelectMany(type =>
            type.GetMethods(
                BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly
            )
        ),
    ];

    private static readonly ConstructorInfo[] Constructors =
    [
        .. new[] { typeof(DateTimeOffset), typeof(DateTime), typeof(DateOnly), typeof(TimeSpan) }
            .SelectMany(type => type.GetConstructors())
            .Where(made => made.GetParameters().Length is > 0 and <= 3 && made.GetParameters().All(IsKnown)),
    ];

    public static IEnumerable<Production> For(Type type)
    {
        // All methods that give a type weigh as much as a few members, however many there are.
        var methods = Methods.Where(method => method.ReturnType == type).ToArray();
        if (methods.Length > 0)
            yield return new(Math.Min(14, methods.Length), draw => Call(draw, draw.One(methods)));
        var helped = Helped.Where(method => !method.IsGenericMethod && method.ReturnType == type).ToArray();
        if (helped.Length > 0)
            yield return new(6, draw => Call(draw, draw.One(helped)));
        var generic = Helped.Where(method => method.IsGenericMethod).ToArray();
        yield return new(1, draw => Call(draw, draw.One(generic).MakeGenericMethod(type)));
        var made = Constructors.Where(constructor => constructor.DeclaringType == type).ToArray();
        if (made.Length > 0)
            yield return new(
                2,
                draw =>
                {
                    var constructor = draw.One(made);
                    return Expression.New(
                        constructor,
                        draw.Of(constructor.GetParameters().Select(p => p.ParameterType))
                    );
                }
            );
    }

    private static MethodCallExpression Call(Draw draw, MethodInfo method)
    {
        var owner =
            method.IsStatic ? null
            : method.DeclaringType == typeof(Helper) ? Expression.Constant(new Helper(draw.One(["", "-", "x"])))
            : draw.Of(method.DeclaringType!);
        return Expression.Call(owner, method, draw.Of(method.GetParameters().Select(p => p.ParameterType)));
    }

    private static bool CanBeCalled(MethodInfo method) =>
        method.GetParameters().All(IsKnown)
        && Universe.Knows(method.ReturnType)
        && !method.ReturnType.IsByRefLike
        && (!method.DeclaringType!.IsGenericType || !typeof(IEnumerator).IsAssignableFrom(method.ReturnType));

    private static bool IsKnown(ParameterInfo parameter) => Universe.Knows(parameter.ParameterType);
}
