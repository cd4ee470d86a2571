using FluentProfiles.Analyzers;
using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.CodeFixes;

/// <summary>Compares what the compiler reports on a document before and after a fix. A fix that adds an error or a warning, or
/// loses a comment, is not offered.</summary>
internal static class SoundChange
{
    public static bool Is(FixTarget target, IReadOnlyList<TextChange> changes)
    {
        var tree = target.Root.SyntaxTree;
        var changed = tree.WithChangedText(tree.GetText().WithChanges(changes));
        var scope = ScopeOf(target.Root, changes);
        var newScope = new TextSpan(scope.Start, scope.Length + changes.Sum(Growth));
        if (Trivia.CommentsIn(changed.GetRoot(), newScope) < Trivia.CommentsIn(target.Root, scope))
            return false;
        var model = target.Model.Compilation.ReplaceSyntaxTree(tree, changed).GetSemanticModel(changed);
        var (before, after) = (CountsIn(target.Model, scope), CountsIn(model, newScope));
        return after.All(found => found.Value <= CountOf(before, found.Key))
            && target
                .Diagnostics.Where(IsOfCompiler)
                .All(mended => CountOf(after, mended.Id) < CountOf(before, mended.Id));
    }

    /// <summary>The member that all changes lie in, or the whole file.</summary>
    private static TextSpan ScopeOf(SyntaxNode root, IReadOnlyList<TextChange> changes)
    {
        var span = TextSpan.FromBounds(
            changes.Min(change => change.Span.Start),
            changes.Max(change => change.Span.End)
        );
        return root.FindNode(span)
                .AncestorsAndSelf()
                .FirstOrDefault(node => node is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax)
                ?.FullSpan
            ?? root.FullSpan;
    }

    private static Dictionary<string, int> CountsIn(SemanticModel model, TextSpan scope) =>
        model
            .GetDiagnostics(scope)
            .Where(found => found.Severity >= DiagnosticSeverity.Warning && !IsHidden(found, model))
            .GroupBy(found => found.Id)
            .ToDictionary(group => group.Key, group => group.Count());

    private static bool IsHidden(Diagnostic found, SemanticModel model) =>
        LibraryContext.Of(model.Compilation) is { } library
        && NullSafeQuerySuppressor.Hides(
            found,
            model,
            new(library, tree => tree == model.SyntaxTree ? model : model.Compilation.GetSemanticModel(tree), default),
            CancellationToken.None
        );

    private static bool IsOfCompiler(Diagnostic diagnostic) => diagnostic.Id.StartsWith("CS", StringComparison.Ordinal);

    private static int CountOf(Dictionary<string, int> counts, string id) =>
        counts.TryGetValue(id, out var count) ? count : 0;

    private static int Growth(TextChange change) => (change.NewText?.Length ?? 0) - change.Span.Length;
}
