using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace FluentProfiles.Expressions.Fields;

/// <summary>The fields of a captured object, which tell it from others of its type.</summary>
internal static class ObjectFields
{
    private const BindingFlags Own =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>True when the fields identify the object: those of structs, records and the application's objects do. An object
    /// within another one is more often a service than a value, so only its type counts.</summary>
    public static bool Have(object value, bool isPart)
    {
        var type = value.GetType();
        return type.IsValueType ? IsPair(type) || !HasOwnText(value) || !IsOfFramework(type)
            : IsOfFramework(type) ? false
            : !isPart || IsValue(type);
    }

    /// <summary>True when the type overrides <c>ToString</c>.</summary>
    [UnconditionalSuppressMessage(
        "Trimming",
        "IL2075",
        Justification = "ToString is never trimmed away from a type that is used."
    )]
    public static bool HasOwnText(object value) =>
        value.GetType().GetMethod(nameof(ToString), Type.EmptyTypes)!.DeclaringType is var declaring
        && declaring != typeof(object)
        && declaring != typeof(ValueType);

    [UnconditionalSuppressMessage(
        "Trimming",
        "IL2070",
        Justification = "A field that was trimmed away is one that no code reads."
    )]
    [UnconditionalSuppressMessage(
        "Trimming",
        "IL2075",
        Justification = "A field that was trimmed away is one that no code reads."
    )]
    public static IEnumerable<object?> Of(object value)
    {
        for (var type = value.GetType(); type is not null && type != typeof(ValueType); type = type.BaseType)
        {
            if (IsOfFramework(type) && !type.IsValueType)
                yield break;
            foreach (var field in type.GetFields(Own).OrderBy(field => field.Name, StringComparer.Ordinal))
                yield return field.GetValue(value);
        }
    }

    private static bool IsPair(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);

    private static bool IsOfFramework(Type type) =>
        type.Namespace is { } name
        && (
            name == "System"
            || name.StartsWith("System.", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.", StringComparison.Ordinal)
        );

    // Records and anonymous types.
    [UnconditionalSuppressMessage(
        "Trimming",
        "IL2070",
        Justification = "Where the method was trimmed away, the type alone counts."
    )]
    private static bool IsValue(Type type) =>
        type.GetMethod("<Clone>$") is not null || type.Name.StartsWith("<>f__AnonymousType", StringComparison.Ordinal);
}
