using FluentProfiles.Tests.Properties.Expressions.Grammar;

namespace FluentProfiles.Tests.Properties.Expressions.Oracle;

/// <summary>Extensible enums have no third state: a missing one is the default, which as a nullable, or compared as an object,
/// is null.</summary>
internal static class EnumNull
{
    public static object? Normal(object? value, Type type)
    {
        if (Universe.IsExtensibleEnum(type))
            return value ?? Activator.CreateInstance(type);
        return Universe.IsNullable(type) ? OrNull(value) : value;
    }

    /// <summary>Null for the default of such an enum.</summary>
    public static object? OrNull(object? value) =>
        value is not null
        && Universe.IsExtensibleEnum(value.GetType())
        && value.Equals(Activator.CreateInstance(value.GetType()))
            ? null
            : value;
}
