namespace FluentProfiles.CodeFixes;

/// <summary>Writes another path in place of a field's name.</summary>
internal static class FieldRename
{
    public static IEnumerable<TextChange> At(FixTarget target, TextSpan name, string path)
    {
        yield return new(name, path);
        // The old name was the member's own, too, and what follows reads it by that.
        if (MemberAround(target.NodeAt(name)) is not { } member)
            yield break;
        var old = target.NodeAt(name).ToString();
        if (member.Parent is AnonymousObjectMemberDeclaratorSyntax { NameEquals: null })
            yield return new(new(member.SpanStart, 0), $"{old} = ");
        else if (member.Parent is ArgumentSyntax { NameColon: null, Parent: TupleExpressionSyntax })
            yield return new(new(member.SpanStart, 0), $"{old}: ");
    }

    private static MemberAccessExpressionSyntax? MemberAround(SyntaxNode name) =>
        name.Parent is MemberAccessExpressionSyntax member && member.Name == name ? member : null;
}
