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
        return changes.Count == 0
            ? document
            : await ApplyAsync(document, changes, cancellationToken).ConfigureAwait(false);
    }

    private string KeyOf(int way) => $"{GetType().Name}.{way}";

    // Offered only where there is something to change: a fixer proves that it can act before it registers.
    private async Task RegisterAsync(CodeFixContext context, Diagnostic diagnostic, int way)
    {
        var changes = await ChangesAsync(context.Document, [diagnostic], way, context.CancellationToken)
            .ConfigureAwait(false);
        if (changes.Count > 0)
            context.RegisterCodeFix(
                CodeAction.Create(titles[way], token => ApplyAsync(context.Document, changes, token), KeyOf(way)),
                diagnostic
            );
    }

    private static async Task<Document> ApplyAsync(
        Document document,
        IReadOnlyList<TextChange> changes,
        CancellationToken cancellationToken
    )
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return document.WithText(text.WithChanges(changes));
    }

    private async Task<IReadOnlyList<TextChange>> ChangesAsync(
        Document document,
        IReadOnlyList<Diagnostic> diagnostics,
        int way,
        CancellationToken cancellationToken
    )
    {
        var target = await FixTarget.ForAsync(document, diagnostics, way, cancellationToken).ConfigureAwait(false);
        return target is null ? [] : SoundChangesFor(target);
    }

    private List<TextChange> SoundChangesFor(FixTarget target)
    {
        var changes = WithoutOverlaps(ChangesFor(target));
        if (changes.Count == 0 || SoundChange.Is(target, changes))
            return changes;
        return target.Diagnostics.Count == 1 ? [] : SoundAmong(target);
    }

    // One place that can't be mended leaves the others as they are.
    private List<TextChange> SoundAmong(FixTarget target)
    {
        List<Diagnostic> mended = [];
        List<TextChange> kept = [];
        foreach (var diagnostic in target.Diagnostics)
        {
            var more = target.With([.. mended, diagnostic]);
            var changes = WithoutOverlaps(ChangesFor(more));
            if (changes.Count == 0 || !SoundChange.Is(more, changes))
                continue;
            mended.Add(diagnostic);
            kept = changes;
        }
        return kept;
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
