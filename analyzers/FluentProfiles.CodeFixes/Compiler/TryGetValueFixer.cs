using FluentProfiles.Analyzers.Symbols;
using Microsoft.CodeAnalysis.CSharp;

namespace FluentProfiles.CodeFixes;

/// <summary>CS8198 and CS8207: <c>TryGetValue</c> becomes the indexer. That of a profile's map gives null for a missing key; any
/// other is only read behind <c>ContainsKey</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class TryGetValueFixer() : QueryExpressionFixer(["CS8198", "CS8207"], "Use the indexer")
{
    private protected override IEnumerable<TextChange> ChangesFor(
        SyntaxNode node,
        FixTarget target,
        LibraryContext library
    )
    {
        if (
            CallAround(node) is not { Expression: MemberAccessExpressionSyntax { Expression: var map } } call
            || ArgumentOf(call, 0, "key") is not { } key
            || ArgumentOf(call, 1, "value") is not { } output
            || target.Model.GetTypeInfo(map).Type is not { } type
        )
            return [];
        var read = $"{map}[{key}]";
        var test = library.IsOfLibrary(type)
            ? Comparison.InPlaceOf(call, $"{read} != null")
            : $"{map}.ContainsKey({key})";
        return output switch
        {
            DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax variable } => Inlined(
                call,
                test,
                read,
                variable.Identifier.ValueText
            ),
            DeclarationExpressionSyntax { Designation: DiscardDesignationSyntax }
            or IdentifierNameSyntax { Identifier.ValueText: "_" } => [new(call.Span, test)],
            _ => [],
        };
    }

    private static InvocationExpressionSyntax? CallAround(SyntaxNode node) =>
        node.AncestorsAndSelf()
            .OfType<InvocationExpressionSyntax>()
            .FirstOrDefault(call =>
                call
                    is {
                        Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TryGetValue" },
                        ArgumentList.Arguments.Count: 2
                    }
            );

    private static ExpressionSyntax? ArgumentOf(InvocationExpressionSyntax call, int position, string name)
    {
        var arguments = call.ArgumentList.Arguments;
        return (
            arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == name)
            ?? (arguments[position].NameColon is null ? arguments[position] : null)
        )?.Expression;
    }

    /// <summary>The variable's uses give way to the indexer; the call itself is then of no more use beside them.</summary>
    private static IEnumerable<TextChange> Inlined(
        InvocationExpressionSyntax call,
        string test,
        string read,
        string variable
    )
    {
        if (
            call.Parent is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both
            || both.Left != call
        )
            return [];
        var uses = UsesIn(both.Right, variable)
            .Concat(LaterConditions(both).SelectMany(later => UsesIn(later, variable)));
        return uses.Select(use => new TextChange(use.Span, read)).Prepend(new(call.Span, test));
    }

    private static IEnumerable<ExpressionSyntax> LaterConditions(BinaryExpressionSyntax both)
    {
        for (
            var outer = both.Parent;
            outer is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } next;
            outer = next.Parent
        )
            yield return next.Right;
    }

    private static IEnumerable<IdentifierNameSyntax> UsesIn(ExpressionSyntax expression, string variable) =>
        expression
            .DescendantNodesAndSelf()
            .OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == variable && !IsMemberName(name));

    private static bool IsMemberName(IdentifierNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax member && member.Name == name;
}
