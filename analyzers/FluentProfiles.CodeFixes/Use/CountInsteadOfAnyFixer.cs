using FluentProfiles.Analyzers;

namespace FluentProfiles.CodeFixes;

/// <summary>FP0303: asks whether there is any.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class CountInsteadOfAnyFixer() : TextFixer([Descriptors.CountInsteadOfAny.Id], "Use AnyAsync")
{
    private protected override IEnumerable<TextChange> ChangesFor(FixTarget target) =>
        target.Diagnostics.SelectMany(diagnostic => Change(target, diagnostic));

    private static IEnumerable<TextChange> Change(FixTarget target, Diagnostic diagnostic)
    {
        var whole = diagnostic.Location.SourceSpan;
        if (
            diagnostic.AdditionalLocations is not [{ SourceSpan: var wait }, { SourceSpan: var name }]
            || !whole.Contains(wait)
        )
            yield break;
        var negation = diagnostic.Properties[FixKeys.Text]!;
        yield return new(TextSpan.FromBounds(whole.Start, wait.Start), SpaceBefore(target, whole, negation) + negation);
        yield return new(name, "AnyAsync");
        yield return new(TextSpan.FromBounds(wait.End, whole.End), "");
    }

    // In return(await …) the parenthesis is all that stands between two words.
    private static string SpaceBefore(FixTarget target, TextSpan whole, string negation) =>
        negation.Length == 0
        && target.Root.FindToken(whole.Start).GetPreviousToken() is { RawKind: not 0 } word
        && word.Span.End == whole.Start
        && char.IsLetter(word.Text[word.Text.Length - 1])
            ? " "
            : "";
}
