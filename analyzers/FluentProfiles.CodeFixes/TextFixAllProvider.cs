namespace FluentProfiles.CodeFixes;

/// <summary>Mends all diagnostics of a document in one pass, in a document, a project or a solution.</summary>
internal sealed class TextFixAllProvider : DocumentBasedFixAllProvider
{
    public static TextFixAllProvider Instance { get; } = new();

    protected override async Task<Document?> FixAllAsync(
        FixAllContext fixAllContext,
        Document document,
        ImmutableArray<Diagnostic> diagnostics
    )
    {
        var fixer = (TextFixer)fixAllContext.CodeFixProvider;
        var way = fixer.WayOf(fixAllContext.CodeActionEquivalenceKey);
        return await fixer.FixAsync(document, diagnostics, way, fixAllContext.CancellationToken).ConfigureAwait(false);
    }
}
