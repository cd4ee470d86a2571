using FluentProfiles.Analyzers;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.CodeFixes;

/// <summary>Mends what the compiler does not take in an expression that a query translates; silent anywhere else.</summary>
public abstract class QueryExpressionFixer : TextFixer
{
    private protected QueryExpressionFixer(string[] ids, string title)
        : base(ids, title) { }

    private protected sealed override IEnumerable<TextChange> ChangesFor(FixTarget target)
    {
        if (LibraryContext.Of(target.Model.Compilation) is not { } library)
            return [];
        return target
            .Diagnostics.Select(diagnostic => target.NodeAt(diagnostic.Location.SourceSpan))
            .Distinct()
            .Where(node => QueryExpressions.IsInside(node, target.Model, library, CancellationToken.None))
            .SelectMany(node => ChangesFor(node, target, library));
    }

    private protected abstract IEnumerable<TextChange> ChangesFor(
        SyntaxNode node,
        FixTarget target,
        LibraryContext library
    );
}
