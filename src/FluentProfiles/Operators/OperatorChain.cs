namespace FluentProfiles.Operators;

/// <summary>The operators of a query as an immutable list, the last first: queries share what they have in common.</summary>
internal sealed record OperatorChain(OperatorChain? Previous, QueryOperator Last)
{
    /// <summary>The operators in the order written.</summary>
    public static QueryOperator[] InOrder(OperatorChain? chain)
    {
        var count = 0;
        for (var link = chain; link is not null; link = link.Previous)
            count++;
        var operators = new QueryOperator[count];
        for (; chain is not null; chain = chain.Previous)
            operators[--count] = chain.Last;
        return operators;
    }
}
