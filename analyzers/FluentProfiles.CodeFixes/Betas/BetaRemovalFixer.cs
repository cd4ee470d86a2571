using FluentProfiles.Analyzers;

namespace FluentProfiles.CodeFixes;

/// <summary>FP0103 and FP0105: removes a beta that does nothing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class BetaRemovalFixer()
    : TextFixer([Descriptors.UnusedBeta.Id, Descriptors.RepeatedBeta.Id], "Remove the beta")
{
    private protected override IEnumerable<TextChange> ChangesFor(FixTarget target) =>
        BetaRemoval.At(
            target,
            target
                .Diagnostics.Where(diagnostic => diagnostic.Properties.ContainsKey(FixKeys.Removal))
                .Select(diagnostic => diagnostic.Location.SourceSpan)
        );
}
