using FluentProfiles.Analyzers;

namespace FluentProfiles.CodeFixes;

/// <summary>FP0101 and FP0102: the nearest known name, or the names that a text holds.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class BetaTextFixer()
    : TextFixer([Descriptors.MisspelledBeta.Id, Descriptors.MalformedBeta.Id], "Correct the name of the beta")
{
    private protected override IEnumerable<TextChange> ChangesFor(FixTarget target) =>
        from diagnostic in target.Diagnostics
        let span = diagnostic.Location.SourceSpan
        let text = diagnostic.Properties.TryGetValue(FixKeys.Text, out var given) ? given : null
        where text is not null && CanReplace(target.NodeAt(span), text)
        select new TextChange(span, text);

    // Several names take the place of one only where several may stand.
    private static bool CanReplace(SyntaxNode node, string text) =>
        (node as ArgumentSyntax)?.Expression is var inner
        && (inner ?? node) is LiteralExpressionSyntax literal
        && (!text.Contains(", ") || IsInList(literal));

    private static bool IsInList(LiteralExpressionSyntax literal) =>
        literal.Parent
            is ExpressionElementSyntax
                or InitializerExpressionSyntax
                or ArgumentSyntax
                {
                    NameColon: null,
                    Parent.Parent: InvocationExpressionSyntax
                    {
                        Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WithBeta" }
                    }
                };
}
