using System.Collections.Immutable;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>FPS001: inside a query's expression every <c>.</c> and <c>[]</c> reads as <c>?.</c>, so that the compiler's
/// warnings of a null there do not hold. Those of a null argument hold unless the call takes it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NullSafeQuerySuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor Dereference = new(
        "FPS001",
        "CS8602",
        "A query is null-safe: in its expressions every . and [] reads as ?."
    );

    private static readonly SuppressionDescriptor Argument = new(
        "FPS001",
        "CS8604",
        "A query is null-safe: in its expressions this call is skipped for a null, or looks for it as for any value."
    );

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } =
        ImmutableArray.Create(Dereference, Argument);

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        if (LibraryContext.Of(context.Compilation) is not { } library)
            return;
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is not { } tree)
                continue;
            var node = tree.GetRoot(context.CancellationToken)
                .FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            var model = context.GetSemanticModel(tree);
            var rule = diagnostic.Id == Dereference.SuppressedDiagnosticId ? Dereference : Argument;
            if (
                QueryExpressions.IsInside(node, model, library, context.CancellationToken)
                && (rule == Dereference || NullArguments.IsHarmless(node, model, context.CancellationToken))
            )
                context.ReportSuppression(Suppression.Create(rule, diagnostic));
        }
    }
}
