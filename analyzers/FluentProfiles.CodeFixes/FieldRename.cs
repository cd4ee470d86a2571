namespace FluentProfiles.CodeFixes;

/// <summary>Writes another path in place of a field's name.</summary>
internal static class FieldRename
{
    public static IEnumerable<TextChange> At(FixTarget target, TextSpan name, string path)
    {
        yield return new(name, path);
        // The old name was the member's own, too, and what follows reads it by that.
        if (WholeOf(target.NodeAt(name)) is not { } member)
            yield break;
        var old = target.NodeAt(name).ToString();
        if (member.Parent is AnonymousObjectMemberDeclaratorSyntax { NameEquals: null })
            yield return new(new(member.SpanStart, 0), $"{old} = ");
        else if (member.Parent is ArgumentSyntax { NameColon: null, Parent: TupleExpressionSyntax })
            yield return new(new(member.SpanStart, 0), $"{old}: ");
    }

    /// <summary>The expression that ends in a name, with what stands before its <c>?.</c>; null for a name that stands alone.</summary>
    private static ExpressionSyntax? WholeOf(SyntaxNode name)
    {
        ExpressionSyntax? whole = name.Parent switch
        {
            MemberAccessExpressionSyntax member when member.Name == name => member,
            MemberBindingExpressionSyntax binding => binding,
            _ => null,
        };
        while (whole?.Parent is ConditionalAccessExpressionSyntax access && access.WhenNotNull == whole)
            whole = access;
        return whole;
    }
}
