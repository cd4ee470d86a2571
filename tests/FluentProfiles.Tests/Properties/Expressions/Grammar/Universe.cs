using System.Reflection;

namespace FluentProfiles.Tests.Properties.Expressions.Grammar;

/// <summary>The types that expressions are made of. Those of the model are found by reflection, so that a new member or a new
/// enum takes part by itself.</summary>
internal static class Universe
{
    /// <summary>Values whose members and methods are called.</summary>
    public static readonly Type[] Plain =
    [
        typeof(string),
        typeof(int),
        typeof(bool),
        typeof(DateTimeOffset),
        typeof(TimeSpan),
        typeof(DateTime),
        typeof(DateOnly),
        typeof(long),
        typeof(double),
        typeof(decimal),
        typeof(char),
        typeof(DayOfWeek),
    ];

    /// <summary>The model's own types: the profile and what is below it.</summary>
    public static readonly Type[] Model = [.. Below(typeof(UserProfile)).Distinct()];

    public static readonly Type[] Enums = [.. Model.Where(IsExtensibleEnum)];

    public static readonly Type[] Parts =
    [
        .. Model.Where(type => type.IsClass && type.Namespace == nameof(FluentProfiles)),
        typeof(KeyValuePair<string, string>),
    ];

    private static readonly HashSet<Type> Known =
    [
        .. Plain,
        .. Plain.Where(type => type.IsValueType).Select(Nullable),
        .. Model,
        .. Enums.Select(Nullable),
        typeof(object),
        typeof(string[]),
        typeof(StringComparison),
        typeof(KeyValuePair<string, string>),
    ];

    public static bool Knows(Type type) => Known.Contains(type);

    public static bool IsExtensibleEnum(Type type) =>
        type.IsValueType
        && type.Namespace == nameof(FluentProfiles)
        && type.GetMethod("op_Implicit", [typeof(string)]) is not null;

    public static bool IsNullable(Type type) => System.Nullable.GetUnderlyingType(type) is not null;

    public static Type Bare(Type type) => System.Nullable.GetUnderlyingType(type) ?? type;

    public static Type Nullable(Type type) => typeof(Nullable<>).MakeGenericType(type);

    public static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0);

    private static IEnumerable<Type> Below(Type type)
    {
        yield return type;
        if (type.IsValueType)
            yield break;
        var types = type.IsGenericType ? type.GetGenericArguments() : Properties(type).Select(p => p.PropertyType);
        foreach (var part in types.Where(IsOfModel).SelectMany(Below))
            yield return part;
    }

    private static bool IsOfModel(Type type) =>
        type != typeof(AdditionalProperties)
        && (type.Namespace == nameof(FluentProfiles) || type == typeof(IReadOnlyList<EnforcementAction>));
}
