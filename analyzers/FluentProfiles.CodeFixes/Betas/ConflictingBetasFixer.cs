using FluentProfiles.Analyzers;

namespace FluentProfiles.CodeFixes;

/// <summary>FP0104: keeps the newest of several shapes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class ConflictingBetasFixer() : TextFixer([Descriptors.ConflictingBetas.Id], "Keep the newest shape")
{
    private protected override IEnumerable<TextChange> ChangesFor(FixTarget target) =>
        BetaRemoval.At(
            target,
            target
                .Diagnostics.Where(diagnostic => diagnostic.Properties.ContainsKey(FixKeys.Removal))
                .SelectMany(diagnostic => diagnostic.AdditionalLocations)
                .Select(place => place.SourceSpan)
        );
}
