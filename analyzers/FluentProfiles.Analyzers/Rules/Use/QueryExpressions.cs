using System.Threading;
using FluentProfiles.Analyzers.Symbols;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FluentProfiles.Analyzers;

/// <summary>Tells whether a piece of source stands in an expression that a query translates.</summary>
internal static class QueryExpressions
{
    public static bool IsInside(
        SyntaxNode node,
        SemanticModel model,
        LibraryContext library,
        CancellationToken cancellationToken
    ) =>
        LambdaAround(node, model, library, cancellationToken) is not null
        || node.Ancestors()
            .OfType<QueryExpressionSyntax>()
            .Any(query => IsInsideClause(node, query, model, library, cancellationToken));

    /// <summary>The lambda around a node that is given to a query, or to a setter of a bulk write, as an expression, or
    /// null.</summary>
    public static LambdaExpressionSyntax? LambdaAround(
        SyntaxNode node,
        SemanticModel model,
        LibraryContext library,
        CancellationToken cancellationToken
    ) =>
        node.AncestorsAndSelf()
            .OfType<LambdaExpressionSyntax>()
            .FirstOrDefault(lambda =>
                lambda.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } argument
                && model.GetSymbolInfo(call, cancellationToken) is var info
                && (info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is IMethodSymbol method
                && (library.IsQuery(method.ContainingType) || library.IsSetters(method.ContainingType))
                && TakesExpression(method, call.ArgumentList.Arguments.IndexOf(argument), argument)
            );

    // A query clause is a lambda of the query but for the sequence that it starts from.
    private static bool IsInsideClause(
        SyntaxNode node,
        QueryExpressionSyntax query,
        SemanticModel model,
        LibraryContext library,
        CancellationToken cancellationToken
    ) =>
        !query.FromClause.Span.Contains(node.Span)
        && library.IsQuery(model.GetTypeInfo(query.FromClause.Expression, cancellationToken).Type);

    private static bool TakesExpression(IMethodSymbol method, int position, ArgumentSyntax argument)
    {
        var parameter = argument.NameColon is { Name.Identifier.ValueText: var name }
            ? method.Parameters.FirstOrDefault(candidate => candidate.Name == name)
            : method.Parameters.ElementAtOrDefault(position);
        return parameter?.Type.Name == "Expression";
    }
}
