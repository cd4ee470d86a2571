using Microsoft.CodeAnalysis.CodeActions;

namespace FluentProfiles.CodeFixes;

/// <summary>A fixer that says which text changes mend a set of diagnostics: one diagnostic and a Fix All are the same
/// work.</summary>
public abstract class TextFixer : CodeFixProvider
{
    private readonly ImmutableArray<string> titles;

    private protected TextFixer(string[] ids, params string[] titles)
    {
        FixableDiagnosticIds = ids.ToImmutableArray();
        this.titles = titles.ToImmutableArray();
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => TextFixAllProvider.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            for (var way = 0; way < titles.Length; way++)
                await RegisterAsync(context, diagnostic, way).ConfigureAwait(false);
        }
    }

    private protected abstract IEnumerable<TextChange> ChangesFor(FixTarget target);

    internal int WayOf(string? key) =>
        Math.Max(0, Enumerable.Range(0, titles.Length).FirstOrDefault(way => KeyOf(way) == key));

    internal async Task<Document> FixAsync(
        Document document,
        IReadOnlyList<Diagnostic> diagnostics,
        int way,
        CancellationToken cancellationToken
    )
    {
        var changes = await ChangesAsync(document, diagnostics, way, cancellationToken).ConfigureAwait(false);
        if (changes.Count == 0)
            return document;
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return document.WithText(text.WithChanges(changes));
    }

    private string KeyOf(int way) => $"{GetType().Name}.{way}";

    // Offered only where there is something to change: a fixer proves that it can act before it registers.
    private async Task RegisterAsync(CodeFixContext context, Diagnostic diagnostic, int way)
    {
        var changes = await ChangesAsync(context.Document, [diagnostic], way, context.CancellationToken)
            .ConfigureAwait(false);
        if (changes.Count > 0)
            context.RegisterCodeFix(
                CodeAction.Create(
                    titles[way],
                    token => FixAsync(context.Document, [diagnostic], way, token),
                    KeyOf(way)
                ),
                diagnostic
            );
    }

    private async Task<IReadOnlyList<TextChange>> ChangesAsync(
        Document document,
        IReadOnlyList<Diagnostic> diagnostics,
        int way,
        CancellationToken cancellationToken
    )
    {
        var target = await FixTarget.ForAsync(document, diagnostics, way, cancellationToken).ConfigureAwait(false);
        return target is null ? [] : WithoutOverlaps(ChangesFor(target));
    }

    private static List<TextChange> WithoutOverlaps(IEnumerable<TextChange> changes)
    {
        List<TextChange> kept = [];
        foreach (
            var change in changes
                .Distinct()
                .OrderBy(change => change.Span.Start)
                .ThenByDescending(change => change.Span.Length)
        )
        {
            if (kept.Count == 0 || change.Span.Start >= kept[kept.Count - 1].Span.End)
                kept.Add(change);
        }
        return kept;
    }
}
