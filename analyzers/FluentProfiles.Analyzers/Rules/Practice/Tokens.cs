using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FluentProfiles.Analyzers;

/// <summary>Finds the cancellation tokens that an operation can use.</summary>
internal static class Tokens
{
    private static readonly SymbolDisplayFormat NameAlone = new(
        parameterOptions: SymbolDisplayParameterOptions.IncludeName,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
    );

    public static bool IsToken(ITypeSymbol? type) => IsOfThreading(type, "CancellationToken");

    /// <summary>The tokens in the innermost function around an operation that has any, and whether a token source there
    /// may have given a better one.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="owner">The member that the body belongs to.</param>
    public static (IReadOnlyList<string> Names, bool HasSource) InScope(IOperation operation, ISymbol owner)
    {
        List<ISymbol> found = [];
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IBlockOperation block)
                found.AddRange(block.Locals.Where(local => IsSetBefore(local, operation)));
            if (FunctionAt(outer) is not { } function)
                continue;
            found.AddRange(function.Parameters);
            if (function.IsStatic || found.Exists(symbol => IsToken(TypeOf(symbol))))
                return Result(found);
        }
        if (owner is IMethodSymbol method)
            found.AddRange(method.Parameters);
        return Result(found);
    }

    private static (IReadOnlyList<string>, bool) Result(List<ISymbol> symbols)
    {
        var tokens = symbols.FindAll(symbol => IsToken(TypeOf(symbol)) && symbol.CanBeReferencedByName);
        var sources = symbols.FindAll(symbol => IsOfThreading(TypeOf(symbol), "CancellationTokenSource"));
        return (
            [.. tokens.Select(NameOf)],
            sources.Exists(source =>
                !tokens.Exists(token => InitializerOf(token)?.ToString() == source.Name + ".Token")
            )
        );
    }

    private static IMethodSymbol? FunctionAt(IOperation operation) =>
        operation switch
        {
            IAnonymousFunctionOperation function => function.Symbol,
            ILocalFunctionOperation function => function.Symbol,
            _ => null,
        };

    // A token that can't be cancelled says that the loop is not to be.
    private static bool IsSetBefore(ILocalSymbol local, IOperation use) =>
        InitializerOf(local) is { } value
        && value.Span.End <= use.Syntax.SpanStart
        && !value.ToString().EndsWith("None", StringComparison.Ordinal)
        && !value.ToString().StartsWith("default", StringComparison.Ordinal);

    private static ExpressionSyntax? InitializerOf(ISymbol symbol) =>
        symbol is ILocalSymbol { DeclaringSyntaxReferences: [var reference] }
            ? (reference.GetSyntax() as VariableDeclaratorSyntax)?.Initializer?.Value
            : null;

    private static ITypeSymbol? TypeOf(ISymbol symbol) =>
        symbol switch
        {
            ILocalSymbol local => local.Type,
            IParameterSymbol { IsDiscard: false, RefKind: RefKind.None } parameter => parameter.Type,
            _ => null,
        };

    private static string NameOf(ISymbol symbol) => symbol.ToDisplayString(NameAlone);

    private static bool IsOfThreading(ITypeSymbol? type, string name) =>
        type?.Name == name && type.ContainingNamespace is { Name: "Threading", ContainingNamespace.Name: "System" };
}
