using FluentProfiles.Analyzers;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.CodeFixes;

/// <summary>CS0834, CS8514, CS8110: what no expression can hold runs on the client, said openly.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class WhereOnClientFixer()
    : QueryExpressionFixer(["CS0834", "CS8514", "CS8110"], "Run it on the client: WhereOnClient")
{
    private protected override IEnumerable<TextChange> ChangesFor(
        SyntaxNode node,
        FixTarget target,
        LibraryContext library
    ) =>
        QueryExpressions.LambdaAround(node, target.Model, library, CancellationToken.None)?.Parent?.Parent?.Parent
            is InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name: { Identifier.ValueText: "Where" } name }
            }
            ? [new(name.Span, "WhereOnClient")]
            : [];
}
