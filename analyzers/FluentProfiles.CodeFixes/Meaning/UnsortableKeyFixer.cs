using FluentProfiles.Analyzers;
using Microsoft.CodeAnalysis.CSharp;

namespace FluentProfiles.CodeFixes;

/// <summary>FP0201: says openly that everything is read.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UnsortableKeyFixer()
    : InsertCallFixer(Descriptors.UnsortableKey.Id, "Read everything, then sort: AsAsyncEnumerable()")
{
    // A query skips a null; a plain sequence throws, and the ! hides the compiler's warning.
    private protected override bool CanInsert(FixTarget target, TextSpan place) =>
        target.At<StatementSyntax>(place) is not { } statement
        || !statement
            .DescendantNodes(TextSpan.FromBounds(place.End, statement.Span.End))
            .OfType<LambdaExpressionSyntax>()
            .Where(lambda => lambda.SpanStart >= place.End)
            .SelectMany(lambda => lambda.DescendantNodes())
            .Any(node =>
                node.IsKind(SyntaxKind.SuppressNullableWarningExpression)
                && node.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax
            );
}
