namespace FluentProfiles.CodeFixes;

/// <summary>Takes betas out of the lists in which they stand: arguments of <c>WithBeta</c>, elements of a list, or a statement
/// that adds one.</summary>
internal static class BetaRemoval
{
    /// <summary>The changes that remove what stands at the given places.</summary>
    public static IEnumerable<TextChange> At(FixTarget target, IEnumerable<TextSpan> places)
    {
        var items = places.Distinct().Select(span => ItemAt(target, span)).OfType<SyntaxNode>();
        return items.GroupBy(item => item.Parent!).SelectMany(group => Remove(group.Key, [.. group]));
    }

    public static bool CanRemove(FixTarget target, TextSpan place) => At(target, [place]).Any();

    private static SyntaxNode? ItemAt(FixTarget target, TextSpan span)
    {
        var node = target.NodeAt(span) as ExpressionSyntax ?? target.At<ExpressionSyntax>(span);
        while (node is { Parent: ExpressionSyntax and (CastExpressionSyntax or ParenthesizedExpressionSyntax) })
            node = (ExpressionSyntax)node.Parent;
        return node?.Parent switch
        {
            ArgumentSyntax argument => argument,
            ExpressionElementSyntax element => element,
            InitializerExpressionSyntax => node,
            _ => null,
        };
    }

    private static IEnumerable<TextChange> Remove(SyntaxNode list, IReadOnlyList<SyntaxNode> items) =>
        list switch
        {
            ArgumentListSyntax { Parent: InvocationExpressionSyntax call } arguments => FromCall(
                call,
                arguments,
                items
            ),
            CollectionExpressionSyntax collection => FromList(collection, [.. collection.Elements], items),
            InitializerExpressionSyntax { Parent: ExpressionSyntax array } initializer => FromList(
                array,
                [.. initializer.Expressions],
                items
            ),
            _ => [],
        };

    private static IEnumerable<TextChange> FromCall(
        InvocationExpressionSyntax call,
        ArgumentListSyntax arguments,
        IReadOnlyList<SyntaxNode> items
    )
    {
        if (arguments.Arguments.Count > items.Count)
            return FromList([.. arguments.Arguments], items);
        var change = call.Parent is ExpressionStatementSyntax statement
            ? CallRemoval.Of(statement)
            : CallRemoval.Of(call);
        return change is { } found ? [found] : [];
    }

    private static IEnumerable<TextChange> FromList(
        ExpressionSyntax list,
        IReadOnlyList<SyntaxNode> all,
        IReadOnlyList<SyntaxNode> removed
    )
    {
        if (all.Count > removed.Count)
            return FromList(all, removed);
        if (list.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Arguments.Count: 1, Parent: var call } })
            return call is InvocationExpressionSyntax step && CallRemoval.Of(step) is { } change ? [change] : [];
        // An array takes its type from its items.
        return list is ImplicitArrayCreationExpressionSyntax ? [] : FromList(all, removed);
    }

    /// <summary>Removes items with the commas that they leave over.</summary>
    private static IEnumerable<TextChange> FromList(IReadOnlyList<SyntaxNode> all, IReadOnlyList<SyntaxNode> removed)
    {
        if (all.Count == removed.Count)
        {
            yield return new(TextSpan.FromBounds(all[0].SpanStart, all[all.Count - 1].Span.End), "");
            yield break;
        }
        var first = Enumerable.Range(0, all.Count).First(i => !removed.Contains(all[i]));
        if (first > 0)
            yield return new(TextSpan.FromBounds(all[0].SpanStart, all[first].SpanStart), "");
        for (var i = first + 1; i < all.Count; i++)
        {
            if (removed.Contains(all[i]))
                yield return new(TextSpan.FromBounds(all[i - 1].Span.End, all[i].Span.End), "");
        }
    }
}
