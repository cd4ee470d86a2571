using System.Threading;
using FluentProfiles.Analyzers.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FluentProfiles.Analyzers;

/// <summary>Tells whether a piece of source is part of an expression that the library translates, and nothing else runs.</summary>
/// <param name="library">The library.</param>
/// <param name="modelOf">Gives the semantic model of a file.</param>
/// <param name="cancellationToken">Ends the work.</param>
internal sealed class TranslatedCode(
    LibraryContext library,
    Func<SyntaxTree, SemanticModel> modelOf,
    CancellationToken cancellationToken
)
{
    // How many methods an expression is followed through.
    private const int DeepestCall = 3;

    /// <summary>True inside the innermost lambda that is an expression, if that one goes to the library. Delegates within it are
    /// part of it.</summary>
    public bool Contains(SyntaxNode node)
    {
        for (var part = OperationAt(node); part is not null; part = part.Parent)
        {
            if (part is ILocalFunctionOperation)
                return false;
            if (
                part is IAnonymousFunctionOperation { Parent: IConversionOperation conversion }
                && IsExpression(conversion.Type)
            )
                return IsTranslated(conversion, DeepestCall);
        }
        return false;
    }

    // Parentheses and the like have no operation.
    private IOperation? OperationAt(SyntaxNode node)
    {
        var model = modelOf(node.SyntaxTree);
        return node.AncestorsAndSelf()
            .Select(outer => model.GetOperation(outer, cancellationToken))
            .FirstOrDefault(operation => operation is not null);
    }

    private bool IsTranslated(IOperation expression, int depth)
    {
        var value = Outermost(expression);
        return value.Parent switch
        {
            IArgumentOperation argument => IsTranslatedBy(argument, depth),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } =>
                IsOnlyTranslated(local, depth),
            IFieldInitializerOperation { InitializedFields: [var field] } => IsOnlyTranslated(field, depth),
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } assignment =>
                assignment.Parent is IExpressionStatementOperation && IsOnlyTranslated(local, depth),
            _ => false,
        };
    }

    private static IOperation Outermost(IOperation value)
    {
        while (
            value.Parent
                is IConversionOperation { OperatorMethod: null }
                    or IParenthesizedOperation
                    or ISwitchExpressionArmOperation
                    or ISwitchExpressionOperation
                    or ICoalesceOperation
            || value.Parent is IConditionalOperation choice && choice.Condition != value
        )
            value = value.Parent;
        return value;
    }

    private bool IsTranslatedBy(IArgumentOperation argument, int depth) =>
        argument is { Parent: IInvocationOperation { TargetMethod: var method }, Parameter: { } parameter }
        && IsExpression(parameter.Type)
        && (
            library.IsOfLibrary(method)
            || depth > 0
                && method is { IsVirtual: false, IsAbstract: false, IsOverride: false }
                && IsOnlyTranslated(parameter.OriginalDefinition, depth - 1)
        );

    /// <summary>True for a local, a parameter or a private field that is only ever handed on to be translated.</summary>
    private bool IsOnlyTranslated(ISymbol holder, int depth) =>
        ScopesOf(holder).ToList() is { Count: > 0 } scopes
        && scopes
            .SelectMany(scope => scope.DescendantNodes())
            .OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == holder.Name)
            .All(name => IsHandedOn(name, holder, depth));

    private bool IsHandedOn(IdentifierNameSyntax name, ISymbol holder, int depth)
    {
        if (
            !SymbolEqualityComparer.Default.Equals(
                modelOf(name.SyntaxTree).GetSymbolInfo(name, cancellationToken).Symbol?.OriginalDefinition,
                holder.OriginalDefinition
            )
        )
            return true;
        return OperationAt(name) is { } use
            && (
                use.Parent is ISimpleAssignmentOperation { IsRef: false } assignment && assignment.Target == use
                || IsExpression(use.Type)
                    && Outermost(use).Parent is IArgumentOperation argument
                    && IsTranslatedBy(argument, depth)
            );
    }

    /// <summary>All the source that can name a symbol; none where there may be more.</summary>
    private static IEnumerable<SyntaxNode> ScopesOf(ISymbol holder) =>
        holder switch
        {
            ILocalSymbol { IsRef: false } or IFieldSymbol { DeclaredAccessibility: Accessibility.Private } => SourceOf(
                holder.ContainingSymbol
            ),
            IParameterSymbol { RefKind: RefKind.None } => SourceOf(holder.ContainingSymbol),
            _ => [],
        };

    // The statements of a file without a class are one method.
    private static IEnumerable<SyntaxNode> SourceOf(ISymbol container) =>
        container.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax());

    private static bool IsExpression(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Expression", IsGenericType: true, ContainingNamespace.Name: "Expressions" };
}
