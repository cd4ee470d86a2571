using Microsoft.CodeAnalysis.CSharp;

namespace FluentProfiles.Analyzers;

/// <summary>Follows a null through a query's expression: each member called on it gives null, too, until something takes the
/// null for a value.</summary>
internal static class NullFlow
{
    /// <summary>The argument that a null ends up as though its parameter takes none, or null where it does no harm.</summary>
    /// <param name="operation">What may be null.</param>
    public static IArgumentOperation? HarmedArgument(IOperation? operation)
    {
        while (operation is { Parent: { } parent } && !IsForgiven(operation))
        {
            if (parent is IArgumentOperation argument && !IsReceiver(argument))
                return RefusesNull(argument) ? argument : null;
            if (!PassesOn(parent, operation))
                return null;
            operation = parent;
        }
        return null;
    }

    /// <summary>True for what an extension method is called on.</summary>
    public static bool IsReceiver(IArgumentOperation argument) =>
        argument is { Parameter.Ordinal: 0, Parent: IInvocationOperation { TargetMethod.IsExtensionMethod: true } };

    // Parentheses and ! are no operations.
    private static bool IsForgiven(IOperation operation)
    {
        var syntax = operation.Syntax.Parent;
        while (syntax.IsKind(SyntaxKind.ParenthesizedExpression))
            syntax = syntax!.Parent;
        return syntax.IsKind(SyntaxKind.SuppressNullableWarningExpression);
    }

    /// <summary>True when an operation is null where its operand is.</summary>
    private static bool PassesOn(IOperation parent, IOperation operand) =>
        parent switch
        {
            IMemberReferenceOperation member => member.Instance == operand,
            IInvocationOperation call => call.Instance == operand || operand is IArgumentOperation,
            IArrayElementReferenceOperation element => element.ArrayReference == operand,
            IConversionOperation { OperatorMethod: null } => true,
            IArgumentOperation => true,
            IParenthesizedOperation => true,
            IConditionalOperation choice => choice.Condition != operand,
            ICoalesceOperation coalesce => coalesce.WhenNull == operand,
            // The elements of a params array are arguments.
            IArrayInitializerOperation { Parent: IArrayCreationOperation { IsImplicit: true } } => true,
            IArrayCreationOperation { IsImplicit: true } => true,
            _ => false,
        };

    private static bool RefusesNull(IArgumentOperation argument) =>
        argument.Parameter is { } parameter
        && ElementOf(argument, parameter)
            is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.NotAnnotated }
        && !IsInferredAlone(parameter)
        && !parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "AllowNullAttribute")
        && !NullArguments.IsLookedFor(argument);

    private static ITypeSymbol ElementOf(IArgumentOperation argument, IParameterSymbol parameter) =>
        argument.ArgumentKind == ArgumentKind.ParamArray && parameter.Type is IArrayTypeSymbol array
            ? array.ElementType
            : parameter.Type;

    /// <summary>True for a type parameter of the method that stands for what is passed, null or not, and for nothing
    /// else.</summary>
    private static bool IsInferredAlone(IParameterSymbol parameter) =>
        parameter.OriginalDefinition
            is {
                Type: ITypeParameterSymbol { HasNotNullConstraint: false, HasReferenceTypeConstraint: false } type,
                ContainingSymbol: IMethodSymbol method
            }
        && SymbolEqualityComparer.Default.Equals(type.DeclaringMethod, method)
        && method.Parameters.All(other => other.Ordinal == parameter.Ordinal || !Mentions(other.Type, type));

    private static bool Mentions(ITypeSymbol type, ITypeParameterSymbol parameter) =>
        type switch
        {
            IArrayTypeSymbol array => Mentions(array.ElementType, parameter),
            INamedTypeSymbol named => named.TypeArguments.Any(argument => Mentions(argument, parameter)),
            _ => SymbolEqualityComparer.Default.Equals(type, parameter),
        };
}
