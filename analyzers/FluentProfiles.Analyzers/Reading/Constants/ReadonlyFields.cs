using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FluentProfiles.Analyzers.Reading;

/// <summary>Tells what a readonly field holds, where nothing but its initializer can have set it.</summary>
internal static class ReadonlyFields
{
    /// <summary>The initializer, or null where the field may hold something else where it is used.</summary>
    public static ExpressionSyntax? InitializerOf(IFieldSymbol field, SyntaxNode use) =>
        IsSetOnce(field)
        && field.DeclaringSyntaxReferences[0].GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: var value }
        && !IsUsedTooEarly(value, use)
        && !NamesOf(field).Any(IsWritten)
            ? value
            : null;

    /// <summary>True for a field whose object no code can reach but to pass it on: none calls a member of it.</summary>
    public static bool IsUnaltered(IFieldSymbol field) =>
        field.DeclaredAccessibility == Accessibility.Private
        && !NamesOf(field)
            .Any(name =>
                Whole(name).Parent
                    is ElementAccessExpressionSyntax
                        or MemberAccessExpressionSyntax
                        or ConditionalAccessExpressionSyntax
            );

    /// <summary>True for a field whose list no code alters: each place that names it reads it, or is the one that sets
    /// it.</summary>
    public static bool IsOnlyRead(IFieldSymbol field) =>
        field.DeclaredAccessibility == Accessibility.Private
        && NamesOf(field)
            .All(name =>
                Whole(name) is var use
                && use.Parent switch
                {
                    MemberAccessExpressionSyntax member => VariableUse.IsReading(member.Name.Identifier.ValueText),
                    ForEachStatementSyntax loop => loop.Expression == use,
                    // A parameter of the constructor may have the same name.
                    AssignmentExpressionSyntax set => set.Left.GetLastToken().ValueText == field.Name,
                    _ => false,
                }
            );

    // A struct may exist without its constructor, and be replaced as a whole.
    private static bool IsSetOnce(IFieldSymbol field) =>
        field is { IsReadOnly: true, DeclaringSyntaxReferences.Length: 1 }
        && (field.IsStatic || field.ContainingType.TypeKind == TypeKind.Class);

    // An initializer that stands before that of the field sees its default.
    private static bool IsUsedTooEarly(SyntaxNode value, SyntaxNode use) =>
        use.FirstAncestorOrSelf<MemberDeclarationSyntax>()
            is FieldDeclarationSyntax
                or PropertyDeclarationSyntax { Initializer: not null }
        && (use.SyntaxTree != value.SyntaxTree || use.SpanStart < value.SpanStart);

    private static IEnumerable<IdentifierNameSyntax> NamesOf(IFieldSymbol field) =>
        field
            .ContainingType.DeclaringSyntaxReferences.SelectMany(part => part.GetSyntax().DescendantNodes())
            .OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == field.Name);

    /// <summary>True for a name that is assigned, alone or in a deconstruction, or handed out by reference.</summary>
    private static bool IsWritten(IdentifierNameSyntax name)
    {
        var written = Whole(name);
        while (
            written.Parent is ParenthesizedExpressionSyntax
            || written.Parent is ArgumentSyntax { Parent: TupleExpressionSyntax } item && item.Expression == written
        )
            written = written.Parent is ParenthesizedExpressionSyntax outer
                ? outer
                : (TupleExpressionSyntax)written.Parent.Parent!;
        return written.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == written,
            ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None),
            RefExpressionSyntax => true,
            PostfixUnaryExpressionSyntax => true,
            PrefixUnaryExpressionSyntax prefix => prefix.Kind()
                is SyntaxKind.AddressOfExpression
                    or SyntaxKind.PreIncrementExpression
                    or SyntaxKind.PreDecrementExpression,
            _ => false,
        };
    }

    private static ExpressionSyntax Whole(IdentifierNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax member && member.Name == name ? member : name;
}
