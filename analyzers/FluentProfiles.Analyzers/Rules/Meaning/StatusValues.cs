using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>Reads a status that the source names.</summary>
internal static class StatusValues
{
    /// <summary>The member of <c>EnforcementStatus</c> for a value, or null for any other value.</summary>
    public static string? NameOf(IOperation value, Values values, LibraryContext library)
    {
        var behind = values.Behind(value);
        if (
            behind is IPropertyReferenceOperation { Property: { IsStatic: true } member }
            && SymbolEqualityComparer.Default.Equals(member.ContainingType, library.EnforcementStatus)
        )
            return member.Name;
        if (behind is IConversionOperation converted)
            behind = values.Behind(converted.Operand);
        return values.TextOf(behind) is { Length: > 0 } text ? MemberOf(text, library) : null;
    }

    private static string? MemberOf(string text, LibraryContext library) =>
        library
            .EnforcementStatus?.GetTypeMembers("Values")
            .SelectMany(values => values.GetMembers().OfType<IFieldSymbol>())
            .FirstOrDefault(constant => constant.ConstantValue is string known && known == text)
            ?.Name;
}
