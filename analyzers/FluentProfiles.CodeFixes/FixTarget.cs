namespace FluentProfiles.CodeFixes;

/// <summary>What a fixer works on: one document and the diagnostics to mend in it.</summary>
internal sealed class FixTarget(SyntaxNode root, SemanticModel model, IReadOnlyList<Diagnostic> diagnostics, int way)
{
    public SyntaxNode Root => root;

    public SemanticModel Model => model;

    public IReadOnlyList<Diagnostic> Diagnostics => diagnostics;

    /// <summary>Which of the fixer's ways to mend is wanted.</summary>
    public int Way => way;

    public FixTarget With(IReadOnlyList<Diagnostic> others) => new(root, model, others, way);

    public SyntaxNode NodeAt(TextSpan span) => root.FindNode(span, getInnermostNodeForTie: true);

    public T? At<T>(TextSpan span)
        where T : SyntaxNode => NodeAt(span).FirstAncestorOrSelf<T>();

    public static async Task<FixTarget?> ForAsync(
        Document document,
        IReadOnlyList<Diagnostic> diagnostics,
        int way,
        CancellationToken cancellationToken
    ) =>
        await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is { } root
        && await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
            ? new(root, model, diagnostics, way)
            : null;
}
