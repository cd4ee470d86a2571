using FluentProfiles.Analyzers;

namespace FluentProfiles.CodeFixes;

/// <summary>Applies the changes that the rule gave.</summary>
public abstract class EditsFixer : TextFixer
{
    private protected EditsFixer(string id, string title)
        : base([id], title) { }

    private protected sealed override IEnumerable<TextChange> ChangesFor(FixTarget target) =>
        target.Diagnostics.SelectMany(ChangesOf);

    private static IEnumerable<TextChange> ChangesOf(Diagnostic diagnostic) =>
        diagnostic.AdditionalLocations.Select(
            (place, index) => new TextChange(place.SourceSpan, diagnostic.Properties[FixKeys.Text + index]!)
        );
}
