using FluentProfiles.Analyzers;
using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.CodeFixes;

/// <summary>FP0303: asks whether there is any.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class CountInsteadOfAnyFixer() : TextFixer([Descriptors.CountInsteadOfAny.Id], "Ask with AnyAsync")
{
    private protected override IEnumerable<TextChange> ChangesFor(FixTarget target) =>
        target.Diagnostics.SelectMany(diagnostic => Change(target, diagnostic));

    private static IEnumerable<TextChange> Change(FixTarget target, Diagnostic diagnostic)
    {
        if (diagnostic.AdditionalLocations.Count == 0)
            yield break;
        var (whole, wait, name) = (
            diagnostic.Location.SourceSpan,
            diagnostic.AdditionalLocations[0].SourceSpan,
            diagnostic.AdditionalLocations[1].SourceSpan
        );
        TextSpan before = TextSpan.FromBounds(whole.Start, wait.Start);
        TextSpan after = TextSpan.FromBounds(wait.End, whole.End);
        if (Trivia.HasComment(target.Root, before) || Trivia.HasComment(target.Root, after))
            yield break;
        yield return new(before, diagnostic.Properties[FixKeys.Text]!);
        yield return new(name, "AnyAsync");
        yield return new(after, "");
    }
}
