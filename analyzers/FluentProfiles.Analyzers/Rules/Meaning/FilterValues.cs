using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>Reads a value of a filter that the source names.</summary>
internal static class FilterValues
{
    /// <summary>The member of an extensible enum for a value, or null for any other value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="values">The values that are known here.</param>
    /// <param name="type">The enum.</param>
    public static string? NameOf(IOperation value, Values values, ITypeSymbol? type) =>
        MemberOf(values.Behind(value), type) is { } member ? member.Name
        : TextOf(value, values) is { Length: > 0 } text ? NameOf(text, type)
        : null;

    /// <summary>True for a value that the service surely takes, known or not.</summary>
    public static bool IsSent(IOperation value, Values values, ITypeSymbol type) =>
        MemberOf(values.Behind(value), type) is not null || TextOf(value, values) is { Length: > 0 };

    /// <summary>True for the value that stands for "null or not served": no parameter can say it.</summary>
    public static bool IsDefault(IOperation value, Values values)
    {
        value = WithoutConversions(value, values);
        return value is IDefaultValueOperation or IObjectCreationOperation { Arguments.IsEmpty: true }
            || values.TryConstant(value, out var constant) && constant is null or "";
    }

    private static string? TextOf(IOperation value, Values values)
    {
        value = WithoutConversions(value, values);
        return values.TextOf(value is IObjectCreationOperation { Arguments: [var text] } ? text.Value : value);
    }

    private static IOperation WithoutConversions(IOperation value, Values values)
    {
        value = values.Behind(value);
        return value is IConversionOperation converted ? values.Behind(converted.Operand) : value;
    }

    private static IPropertySymbol? MemberOf(IOperation value, ITypeSymbol? type) =>
        value is IPropertyReferenceOperation { Property: { IsStatic: true } member }
        && SymbolEqualityComparer.Default.Equals(member.ContainingType, type)
            ? member
            : null;

    private static string? NameOf(string text, ITypeSymbol? type) =>
        type
            ?.GetTypeMembers("Values")
            .SelectMany(values => values.GetMembers().OfType<IFieldSymbol>())
            .FirstOrDefault(constant => constant.ConstantValue is string known && known == text)
            ?.Name;
}
