using FluentProfiles.Analyzers;

namespace FluentProfiles.CodeFixes;

/// <summary>Puts the call that the rule gave behind the place that it gave.</summary>
public abstract class InsertCallFixer : TextFixer
{
    private protected InsertCallFixer(string id, string title)
        : base([id], title) { }

    private protected sealed override IEnumerable<TextChange> ChangesFor(FixTarget target) =>
        from diagnostic in target.Diagnostics
        from place in diagnostic.AdditionalLocations
        where CanInsert(target, place.SourceSpan)
        select new TextChange(new(place.SourceSpan.End, 0), diagnostic.Properties[FixKeys.Text]!);

    private protected virtual bool CanInsert(FixTarget target, TextSpan place) => true;
}
