namespace FluentProfiles.Query.Operators;

/// <summary>The operators of a query as an immutable list, the last first: queries share what they have in common.</summary>
internal sealed record OperatorChain(OperatorChain? Previous, QueryOperator Last)
{
    /// <summary>The operators in the order written.</summary>
    public static List<QueryOperator> InOrder(OperatorChain? chain)
    {
        List<QueryOperator> operators = [];
        for (; chain is not null; chain = chain.Previous)
            operators.Add(chain.Last);
        operators.Reverse();
        return operators;
    }
}
