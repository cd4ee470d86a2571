using System.Collections;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace FluentProfiles.Expressions.Captured;

/// <summary>The properties that tell a captured collection from others, its items apart.</summary>
internal static class CapturedCollection
{
    private static readonly HashSet<Type> WithoutOrder =
    [
        typeof(HashSet<>),
        typeof(FrozenSet<>),
        typeof(ImmutableHashSet<>),
    ];

    /// <summary>True for a collection: any other sequence may have no end, or be readable only once.</summary>
    public static bool CanBeListed(IEnumerable sequence) =>
        sequence is ICollection or IReadOnlyCollection<object> || IsCopy(sequence);

    /// <summary>True for the items that the library has copied out of a captured collection.</summary>
    public static bool IsCopy(object items) =>
        items is Array
        || (
            items.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(CapturedSet<>)
        );

    /// <summary>True for a collection of .NET or of this library, which can be read several times. An iterator can't.</summary>
    public static bool IsKnown(Type type) =>
        type.IsAssignableTo(typeof(ICollection))
        || Bases(type)
            .Any(known =>
                known.Namespace?.StartsWith("System.Collections", StringComparison.Ordinal) == true
                || known.Assembly == typeof(CapturedCollection).Assembly
            );

    public static bool HasOrder(Type type) =>
        !type.IsAssignableTo(typeof(IDictionary))
        && !Bases(type).Any(known => known.IsGenericType && WithoutOrder.Contains(known.GetGenericTypeDefinition()));

    /// <summary>The comparer of a set or dictionary, or null.</summary>
    [UnconditionalSuppressMessage(
        "Trimming",
        "IL2075",
        Justification = "A comparer that was trimmed away is one that no code reads. The items alone identify the collection then."
    )]
    public static object? ComparerOf(object items) =>
        (items.GetType().GetProperty("Comparer") ?? items.GetType().GetProperty("KeyComparer"))?.GetValue(items);

    public static string TextOf(StringComparer comparer) =>
        StringComparer.IsWellKnownOrdinalComparer(comparer, out var ignoresCase) ? $"ordinal {ignoresCase}"
        : StringComparer.IsWellKnownCultureAwareComparer(comparer, out var culture, out var options)
            ? $"{culture.Name} {options.ToString("D")}"
        : "";

    /// <summary>True for an object that implements an interface, for items of any type.</summary>
    [UnconditionalSuppressMessage(
        "Trimming",
        "IL2075",
        Justification = "An interface that was trimmed away is one that no code uses."
    )]
    public static bool Implements(object items, Type definition) =>
        items
            .GetType()
            .GetInterfaces()
            .Any(known => known.IsGenericType && known.GetGenericTypeDefinition() == definition);

    /// <summary>A type and those that it derives from.</summary>
    public static IEnumerable<Type> Bases(Type type)
    {
        for (var known = type; known is not null; known = known.BaseType)
            yield return known;
    }
}
