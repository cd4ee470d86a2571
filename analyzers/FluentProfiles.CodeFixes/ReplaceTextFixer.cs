using FluentProfiles.Analyzers;

namespace FluentProfiles.CodeFixes;

/// <summary>Puts the text that the rule gave in place of what it reported.</summary>
public abstract class ReplaceTextFixer : TextFixer
{
    private protected ReplaceTextFixer(string id, string title)
        : base([id], title) { }

    private protected sealed override IEnumerable<TextChange> ChangesFor(FixTarget target) =>
        from diagnostic in target.Diagnostics
        let text = diagnostic.Properties.TryGetValue(FixKeys.Text, out var given) ? given : null
        where text is not null && CanReplace(target.NodeAt(diagnostic.Location.SourceSpan), text)
        select new TextChange(diagnostic.Location.SourceSpan, text);

    private protected virtual bool CanReplace(SyntaxNode node, string text) => true;
}
