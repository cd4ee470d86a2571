using System.Linq.Expressions;
using System.Reflection;
using FluentProfiles.Tests.Properties.Expressions.Captured;

namespace FluentProfiles.Tests.Properties.Expressions.Grammar.Searches;

internal sealed class Membership<T> : Membership
{
    public override Expression Make(Draw draw, Type result)
    {
        var items = Enumerable.Range(0, draw.Below(4)).Select(_ => (T)Pool.One(draw, typeof(T))!).ToArray();
        if (draw.Chance(25))
            return OverSpan(draw, items, result);
        var collection = Collections<T>.Make(draw, items);
        var declared = draw.One(DeclaredTypes(collection));
        var captured = Expression.Field(
            Expression.Constant(Activator.CreateInstance(typeof(Box<>).MakeGenericType(declared), collection)),
            "Field"
        );
        return result == typeof(bool) ? Condition(draw, captured)
            : typeof(IEnumerable<T>).IsAssignableFrom(declared) ? Number(draw, captured)
            : Expression.Property(captured, "Count");
    }

    private static Expression Condition(Draw draw, Expression items)
    {
        var own = draw.One(["Contains", "Contains", "ContainsKey", "ContainsValue"]);
        var isSequence = typeof(IEnumerable<T>).IsAssignableFrom(items.Type);
        if ((draw.Chance(55) || !isSequence) && MethodOf(items.Type, isSequence ? own : "ContainsKey") is { } method)
            return Expression.Call(items, method, draw.Of<T>());
        return draw.Below(4) switch
        {
            0 => Linq("Any", items, Same(draw)),
            1 => Linq("All", items, Same(draw)),
            2 => Linq(
                "Contains",
                items,
                draw.Of<T>(),
                Expression.Constant(Comparer(draw), typeof(IEqualityComparer<T>))
            ),
            _ => Linq("Contains", items, draw.Of<T>()),
        };
    }

    private static Expression Number(Draw draw, Expression items) =>
        MethodOf(items.Type, "IndexOf") is { } method && draw.Chance(70)
            ? Expression.Call(items, method, draw.Of<T>())
            : Linq("Count", items, Same(draw));

    /// <summary>As C# 14 binds a method of an array.</summary>
    private static MethodCallExpression OverSpan(Draw draw, T[] items, Type result)
    {
        var array = Expression.Field(Expression.Constant(new Box<T[]?>(draw.Chance(10) ? null : items)), "Field");
        var span = Expression.Call(typeof(ReadOnlySpan<T>).GetMethod("op_Implicit", [typeof(T[])])!, array);
        var name = result == typeof(bool) ? "Contains" : "IndexOf";
        // Without a comparer C# takes the method only for what is comparable with itself.
        var isPlain = typeof(IEquatable<T>).IsAssignableFrom(typeof(T)) && draw.Chance(60);
        var method = typeof(MemoryExtensions)
            .GetMethods()
            .Single(known =>
                known.Name == name
                && known.GetParameters() is [var first, var second, ..] all
                && all.Length == (isPlain ? 2 : 3)
                && first.ParameterType is { IsGenericType: true } of
                && of.GetGenericTypeDefinition() == typeof(ReadOnlySpan<>)
                && second.ParameterType.IsGenericMethodParameter
                && (isPlain || all[2].ParameterType is { IsGenericType: true })
            )
            .MakeGenericMethod(typeof(T));
        var sought = draw.Chance(25) ? ClosureRules.Closed(draw, typeof(T)) : draw.Of<T>();
        return isPlain
            ? Expression.Call(method, span, sought)
            : Expression.Call(method, span, sought, Expression.Constant(Comparer(draw), typeof(IEqualityComparer<T>)));
    }

    /// <summary><c>x =&gt; x == item</c>, or any other condition.</summary>
    private static LambdaExpression Same(Draw draw)
    {
        var item = Expression.Parameter(typeof(T), "x");
        draw.Scope.Add(item);
        var body = draw.Chance(60) ? Expression.Equal(item, draw.Of<T>()) : draw.Of<bool>();
        draw.Scope.Remove(item);
        return Expression.Lambda<Func<T, bool>>(body, item);
    }

    private static IEqualityComparer<T>? Comparer(Draw draw) =>
        draw.Chance(20) ? null
        : draw.Chance(30) ? EqualityComparer<T>.Default
        : typeof(T) == typeof(string)
            ? (IEqualityComparer<T>)draw.One([StringComparer.Ordinal, StringComparer.OrdinalIgnoreCase])
        : new OddComparer<T>();

    private static MethodCallExpression Linq(string name, Expression items, params Expression[] arguments) =>
        Expression.Call(
            typeof(Enumerable),
            name,
            [typeof(T)],
            [items.Type.IsValueType ? Expression.Convert(items, typeof(IEnumerable<T>)) : items, .. arguments]
        );

    private static Type[] DeclaredTypes(object collection) =>
        [
            .. collection.GetType().IsVisible ? [collection.GetType()] : Array.Empty<Type>(),
            .. new[]
            {
                typeof(IEnumerable<T>),
                typeof(ICollection<T>),
                typeof(IReadOnlyCollection<T>),
                typeof(IList<T>),
                typeof(ISet<T>),
            }.Where(type => type.IsInstanceOfType(collection)),
        ];

    private static MethodInfo? MethodOf(Type type, string name) =>
        (type.GetMethod(name, [typeof(T)]) ?? InheritedMethod(type, name)) is { IsStatic: false } method
            ? method
            : null;

    private static MethodInfo? InheritedMethod(Type type, string name) =>
        type.IsInterface && type.GetInterfaces().Contains(typeof(ICollection<T>))
            ? typeof(ICollection<T>).GetMethod(name, [typeof(T)])
            : null;
}
