using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>Tells whether a member of what is written surely has a value: null and defaults are left out of a write.</summary>
internal sealed class GivenValues(Values values, LibraryContext library)
{
    public bool IsSurelyGiven(IOperation set) =>
        set switch
        {
            ISimpleAssignmentOperation assignment => IsSurelyValue(assignment.Value),
            IMemberInitializerOperation part => part.Initializer.Initializers.Any(IsSurelyGiven),
            _ => false,
        };

    private bool IsSurelyValue(IOperation value)
    {
        if (value is IConversionOperation { OperatorMethod: { } method, Operand: var operand } converted)
            return library.IsOfLibrary(method)
                && (library.Values.Find(converted.Type) is null ? IsSurelyValue(operand) : IsText(operand));
        if (value is IConversionOperation conversion)
            return IsSurelyValue(conversion.Operand);
        return values.Behind(value) switch
        {
            IObjectCreationOperation { Initializer: { } initializer } => initializer.Initializers.Any(IsSurelyGiven),
            IPropertyReferenceOperation { Property: { IsStatic: true } member } => library.IsOfLibrary(member),
            _ when library.Values.Find(value.Type) is not null => false,
            _ => value.Type?.IsValueType == true ? IsSurelyMoment(value) : IsNotNull(value),
        };
    }

    // An extensible enum takes the empty text for its default.
    private bool IsText(IOperation operand) => values.TextOf(operand) is { Length: > 0 };

    private static bool IsSurelyMoment(IOperation value) => value.Type is { Name: "DateTimeOffset" };

    private bool IsNotNull(IOperation value) =>
        values.TextOf(value) is not null
        || value.SemanticModel?.GetTypeInfo(value.Syntax).Nullability.FlowState == NullableFlowState.NotNull;
}
