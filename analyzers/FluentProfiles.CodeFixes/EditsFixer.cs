using FluentProfiles.Analyzers;

namespace FluentProfiles.CodeFixes;

/// <summary>Applies the changes that the rule gave, where the result compiles.</summary>
public abstract class EditsFixer : TextFixer
{
    private protected EditsFixer(string id, string title)
        : base([id], title) { }

    private protected sealed override IEnumerable<TextChange> ChangesFor(FixTarget target) =>
        target
            .Diagnostics.Select(diagnostic => ChangesOf(diagnostic).ToList())
            .Where(changes => changes.Count > 0 && Compiles(target, changes))
            .SelectMany(changes => changes);

    private static IEnumerable<TextChange> ChangesOf(Diagnostic diagnostic) =>
        diagnostic.AdditionalLocations.Select(
            (place, index) => new TextChange(place.SourceSpan, diagnostic.Properties[FixKeys.Text + index]!)
        );

    // An expression takes less than a lambda, and another type has other members.
    private static bool Compiles(FixTarget target, List<TextChange> changes)
    {
        var tree = target.Root.SyntaxTree;
        var changed = tree.WithChangedText(tree.GetText().WithChanges(changes.OrderBy(change => change.Span.Start)));
        var model = target.Model.Compilation.ReplaceSyntaxTree(tree, changed).GetSemanticModel(changed);
        return Errors(model) <= Errors(target.Model);
    }

    private static int Errors(SemanticModel model) =>
        model.GetDiagnostics().Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
