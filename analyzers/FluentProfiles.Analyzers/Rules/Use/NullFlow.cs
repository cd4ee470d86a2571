using Microsoft.CodeAnalysis.CSharp;

namespace FluentProfiles.Analyzers;

/// <summary>Follows a null through a query's expression: each member called on it gives null, too, until something takes the
/// null for a value.</summary>
internal static class NullFlow
{
    /// <summary>Whether a null ends up where it throws: as an argument, an operand or a result that can't be null.</summary>
    /// <param name="operation">What may be null.</param>
    public static bool DoesHarm(IOperation operation)
    {
        while (operation.Parent is { } parent && !IsForgiven(operation))
        {
            if (parent is IArgumentOperation argument && !IsReceiver(argument))
                return RefusesNull(argument);
            if (!PassesOn(parent, operation))
                return IsRefusedOperand(parent, operation) || parent is IReturnOperation result && IsRefused(result);
            operation = parent;
        }
        return false;
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

    // An operator that a type declares is called for a null, too, where it takes references.
    private static bool IsRefusedOperand(IOperation operation, IOperation operand) =>
        operation switch
        {
            IBinaryOperation { OperatorMethod: { } method } binary => TakesNone(
                method.Parameters[binary.LeftOperand == operand ? 0 : 1]
            ),
            IUnaryOperation { OperatorMethod: { } method } => TakesNone(method.Parameters[0]),
            IConversionOperation { OperatorMethod: { } method } => TakesNone(method.Parameters[0]),
            _ => false,
        };

    private static bool TakesNone(IParameterSymbol parameter) =>
        parameter.Type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.NotAnnotated };

    /// <summary>True for the result of a lambda that is a key, which can't be null.</summary>
    private static bool IsRefused(IReturnOperation result)
    {
        var function = result.Parent?.Parent as IAnonymousFunctionOperation;
        var lambda = function?.Parent;
        while (lambda is IConversionOperation or IDelegateCreationOperation)
            lambda = lambda.Parent;
        var type = (lambda as IArgumentOperation)?.Parameter?.OriginalDefinition.Type as INamedTypeSymbol;
        if (type is { Name: "Expression", TypeArguments: [INamedTypeSymbol code] })
            type = code;
        return type?.DelegateInvokeMethod?.ReturnType
            is ITypeParameterSymbol
            {
                HasNotNullConstraint: true,
                NullableAnnotation: not NullableAnnotation.Annotated
            };
    }

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
