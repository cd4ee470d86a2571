using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>Reads a status that the source names.</summary>
internal static class StatusValues
{
    /// <summary>The member of <c>EnforcementStatus</c> for a value, or null for any other value.</summary>
    public static string? NameOf(IOperation value, Values values, LibraryContext library) =>
        MemberOf(values.Behind(value), library) is { } member ? member.Name
        : TextOf(value, values) is { Length: > 0 } text ? NameOf(text, library)
        : null;

    /// <summary>True for a value that is surely a status, known or not, and so a filter.</summary>
    public static bool IsStatus(IOperation value, Values values, LibraryContext library) =>
        MemberOf(values.Behind(value), library) is not null || TextOf(value, values) is { Length: > 0 };

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

    private static IPropertySymbol? MemberOf(IOperation value, LibraryContext library) =>
        value is IPropertyReferenceOperation { Property: { IsStatic: true } member }
        && SymbolEqualityComparer.Default.Equals(member.ContainingType, library.EnforcementStatus)
            ? member
            : null;

    private static string? NameOf(string text, LibraryContext library) =>
        library
            .EnforcementStatus?.GetTypeMembers("Values")
            .SelectMany(values => values.GetMembers().OfType<IFieldSymbol>())
            .FirstOrDefault(constant => constant.ConstantValue is string known && known == text)
            ?.Name;
}
