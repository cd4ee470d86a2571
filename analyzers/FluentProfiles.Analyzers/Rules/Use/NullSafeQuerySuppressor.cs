using System.Collections.Immutable;
using System.Threading;
using FluentProfiles.Analyzers.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FluentProfiles.Analyzers;

/// <summary>FPS001: inside a query's expression every <c>.</c> and <c>[]</c> reads as <c>?.</c>, so that the compiler's
/// warnings of a null there do not hold, unless that null ends up as an argument that can't be null.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NullSafeQuerySuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor Dereference = new(
        "FPS001",
        "CS8602",
        "A query is null-safe: in its expressions every . and [] reads as ?."
    );

    private static readonly SuppressionDescriptor Value = new(
        "FPS001",
        "CS8629",
        "A query is null-safe: in its expressions the value of a null is null."
    );

    private static readonly SuppressionDescriptor Argument = new(
        "FPS001",
        "CS8604",
        "A query is null-safe: in its expressions this call is skipped for a null, or searches for it as for any value."
    );

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } =
        ImmutableArray.Create(Dereference, Value, Argument);

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        if (LibraryContext.Of(context.Compilation) is not { } library)
            return;
        var translated = new TranslatedCode(library, context.GetSemanticModel, context.CancellationToken);
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (
                diagnostic.Location.SourceTree is { } tree
                && Hides(diagnostic, context.GetSemanticModel(tree), translated, context.CancellationToken)
            )
                context.ReportSuppression(Suppression.Create(RuleFor(diagnostic.Id)!, diagnostic));
        }
    }

    /// <summary>True for a warning of the compiler that does not hold in a query.</summary>
    internal static bool Hides(
        Diagnostic diagnostic,
        SemanticModel model,
        TranslatedCode translated,
        CancellationToken cancellationToken
    )
    {
        if (RuleFor(diagnostic.Id) is not { } rule)
            return false;
        var node = NodeAt(diagnostic, model.SyntaxTree.GetRoot(cancellationToken));
        return translated.Contains(node)
            && (
                rule == Argument
                    ? NullArguments.IsHarmless(node, model, cancellationToken)
                    : model.GetOperation(node, cancellationToken) is { } receiver && !NullFlow.DoesHarm(receiver)
            );
    }

    private static SyntaxNode NodeAt(Diagnostic diagnostic, SyntaxNode root)
    {
        var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        while (node is ParenthesizedExpressionSyntax { Expression: var inner })
            node = inner;
        return node;
    }

    private static SuppressionDescriptor? RuleFor(string id) =>
        id == Dereference.SuppressedDiagnosticId ? Dereference
        : id == Value.SuppressedDiagnosticId ? Value
        : id == Argument.SuppressedDiagnosticId ? Argument
        : null;
}
