using System.Collections.Immutable;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>FPS001: inside a query's expression every <c>.</c> and <c>[]</c> reads as <c>?.</c>, so that the compiler's
/// warnings of a null there do not hold.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NullSafeQuerySuppressor : DiagnosticSuppressor
{
    private const string Reason = "A query is null-safe: in its expressions every . and [] reads as ?.";

    private static readonly SuppressionDescriptor Dereference = new("FPS001", "CS8602", Reason);
    private static readonly SuppressionDescriptor Argument = new("FPS001", "CS8604", Reason);

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
            if (QueryExpressions.IsInside(node, model, library, context.CancellationToken))
                context.ReportSuppression(
                    Suppression.Create(
                        diagnostic.Id == Dereference.SuppressedDiagnosticId ? Dereference : Argument,
                        diagnostic
                    )
                );
        }
    }
}
