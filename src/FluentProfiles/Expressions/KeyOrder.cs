using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace FluentProfiles.Expressions;

/// <summary>Tells which values the default comparer of .NET can compare.</summary>
internal static class KeyOrder
{
    /// <param name="compared">The type whose comparer is used.</param>
    /// <param name="written">The type of the values, which may be a more exact one.</param>
    public static bool Has(Type compared, Type written)
    {
        var own = Bare(compared);
        if (IsComparableTo(own))
            return HaveOrder(own);
        // Anything else is compared as an object.
        var value = Bare(written);
        return value.IsAssignableTo(typeof(IComparable))
            ? HaveOrder(value)
            // A class that others derive from may be one of those that can be compared.
            : !(value.IsSealed || value.IsAssignableTo(typeof(IEnumerable)));
    }

    /// <summary>True when the items of a tuple have an order, and so has the tuple. True for any other type.</summary>
    private static bool HaveOrder(Type type) =>
        !IsTuple(type)
        || Array.TrueForAll(
            type.GenericTypeArguments,
            // Tuple compares its items as objects, ValueTuple as what they are.
            item => Has(type.IsValueType ? item : typeof(object), item)
        );

    private static bool IsTuple(Type type) =>
        type.IsGenericType && type.IsAssignableTo(typeof(ITuple)) && type.Assembly == typeof(ITuple).Assembly;

    [UnconditionalSuppressMessage(
        "Trimming",
        "IL2070",
        Justification = "An interface that was trimmed away is one that the comparer does not find, either."
    )]
    private static bool IsComparableTo(Type type) =>
        type.GetInterfaces()
            .Append(type)
            .Any(known =>
                known.IsGenericType
                && known.GetGenericTypeDefinition() == typeof(IComparable<>)
                && known.GenericTypeArguments[0].IsAssignableFrom(type)
            );

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
