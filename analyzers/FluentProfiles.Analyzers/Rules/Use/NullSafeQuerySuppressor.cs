using System.Collections.Immutable;
using FluentProfiles.Analyzers.Symbols;

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
        "A query is null-safe: in its expressions this call is skipped for a null, or looks for it as for any value."
    );

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } =
        ImmutableArray.Create(Dereference, Value, Argument);

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
            if (
                RuleFor(diagnostic.Id) is { } rule
                && QueryExpressions.IsInside(node, model, library, context.CancellationToken)
                && (
                    rule == Argument
                        ? NullArguments.IsHarmless(node, model, context.CancellationToken)
                        : IsSkipped(model.GetOperation(node, context.CancellationToken))
                )
            )
                context.ReportSuppression(Suppression.Create(rule, diagnostic));
        }
    }

    private static SuppressionDescriptor? RuleFor(string id) =>
        id == Dereference.SuppressedDiagnosticId ? Dereference
        : id == Value.SuppressedDiagnosticId ? Value
        : id == Argument.SuppressedDiagnosticId ? Argument
        : null;

    private static bool IsSkipped(IOperation? receiver) => NullFlow.HarmedArgument(receiver) is null;
}
